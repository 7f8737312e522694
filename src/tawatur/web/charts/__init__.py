"""Charts drawn on the server: where things stand, as plain values; templates draw them as SVG without any script."""

from tawatur.web.charts.activity import ActivityChart, activity_chart
from tawatur.web.charts.chains import ChainGraph, chain_graph
from tawatur.web.charts.figures import FigurePanel, figure_panels
from tawatur.web.charts.timeline import TimelineChart, role_lanes, timeline_chart

__all__ = [
    "ActivityChart",
    "ChainGraph",
    "FigurePanel",
    "TimelineChart",
    "activity_chart",
    "chain_graph",
    "figure_panels",
    "role_lanes",
    "timeline_chart",
]
