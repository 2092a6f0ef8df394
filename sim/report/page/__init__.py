"""One page in one file, on which anybody watches the accident unfold: `page_html`."""

from sim.report.page.page import page_html

__all__ = ["page_html"]
