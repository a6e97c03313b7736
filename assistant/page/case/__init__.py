"""A case in the chat: the verdict, the facts as understood, and what is changed among them by hand.

shown = Shown(case, answer)              # kept with the turn
shown = act(shown, event, checker, …)    # what the browser sent → the case after it
case_answer(question, shown, checker, …) # the answer as HTML
"""

from assistant.page.case.acting import act
from assistant.page.case.answer import case_answer, case_stages
from assistant.page.case.shown import Shown

__all__ = ["Shown", "act", "case_answer", "case_stages"]
