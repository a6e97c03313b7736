"""The pages for staff at ``/staff``, behind a password or a proxy's word; off unless one of them is set.

``pages`` puts them together; nothing is imported here, so that the command can hash a password at once.
"""
