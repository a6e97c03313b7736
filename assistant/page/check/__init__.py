"""The interview on the page: one question at a time, every answer in view, and the result with its proof.

    check_page(checker, event, today)   # what the browser sent → the HTML to show

The answers stand in the page itself and come along with each step, so that the server
keeps none of them, not even for the length of the session.
"""

from assistant.page.check.names import short_name
from assistant.page.check.page import check_page
from assistant.page.check.session import Session

__all__ = ["SCRIPT", "SHELL", "Session", "check_page", "short_name"]

SHELL = '<div class="check"></div>'
"""The element that ``check.js`` fills; the chat library leaves it alone after that."""
SCRIPT = "window.araCheck(element.querySelector('.check'), trigger, props, watch);"
"""What the chat library runs once the element is there."""
