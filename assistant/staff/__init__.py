"""The pages for staff at ``/staff``, behind a password or a proxy's word; off unless one of them is set."""

from assistant.staff.pages import staff_routes

__all__ = ["staff_routes"]
