"""A story as one file that opens offline: no script, no address, the style and fonts inside."""

from __future__ import annotations

import base64
import re
from importlib.resources import files

from markupsafe import Markup

from tawatur.views.values import StoryView
from tawatur.views.wording import Language
from tawatur.web.drawing import story_charts
from tawatur.web.rendering import environment, words_for

_FONT = re.compile(r'url\("(fonts/[^"]+)"\)')


def story_report(story: StoryView, language: Language = "ar") -> str:
    """Return the page of a story, self-contained, in Arabic (right to left) or English."""
    static = files("tawatur.web") / "static"

    def inline(match: re.Match[str]) -> str:
        data = base64.b64encode((static / match[1]).read_bytes()).decode("ascii")
        return f'url("data:font/woff2;base64,{data}")'

    css = _FONT.sub(inline, (static / "style.css").read_text(encoding="utf-8"))
    template = environment().get_template("report.html")
    shared = {"link": None, "evidence": None, "static": "", "reviewing": False, **story_charts(story, language)}
    return template.render(**words_for(language), **shared, story=story, css=Markup(css))
