"""What people look at: frozen values, made from a store, shown alike by the command line, the web and exports.

Nothing here is worded in a language except what pages say; codes (type, status, kind, basis) are worded by
`views.wording` in Arabic and English.
"""

from tawatur.views.values.article import ArticleView, Mark, Segment
from tawatur.views.values.entity import EntityView, RoleView
from tawatur.views.values.evidence import CountView, DaysView, EvidenceView, LinkView, PartyView, ReviewView
from tawatur.views.values.found import SearchHit, StatementFound
from tawatur.views.values.happening import (
    DisagreementView,
    HappeningView,
    MeasureView,
    PlanChangeView,
    ReportView,
    SideView,
)
from tawatur.views.values.rows import ArticleRow, EntityRow, StoryRow
from tawatur.views.values.saying import AboutView, DenialView, DeniedView, SayingView, UtteranceView
from tawatur.views.values.story import StoryView

__all__ = [
    "AboutView",
    "ArticleRow",
    "ArticleView",
    "CountView",
    "DaysView",
    "DenialView",
    "DeniedView",
    "DisagreementView",
    "EntityRow",
    "EntityView",
    "EvidenceView",
    "HappeningView",
    "LinkView",
    "Mark",
    "MeasureView",
    "PartyView",
    "PlanChangeView",
    "ReportView",
    "ReviewView",
    "RoleView",
    "SayingView",
    "SearchHit",
    "Segment",
    "SideView",
    "StatementFound",
    "StoryRow",
    "StoryView",
    "UtteranceView",
]
