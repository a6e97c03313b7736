"""The pages for staff, behind a password or a proxy's word."""
