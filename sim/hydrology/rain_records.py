"""The most rain that has been measured; more of it in a file is a slip, or wants a reason."""

from __future__ import annotations

MEAN_YEAR_M = 11.872
"""Mean year of the wettest place, Mawsynram, Meghalaya [m]."""
DAY_M = 1.825
"""In 24 hours, at Foc-Foc on La Réunion, 7 to 8 January 1966 [m]. Source: WMO world weather and climate extremes."""
DAY_IN_CHINA_M = 1.0603
"""In 24 hours on China's mainland, at Linzhuang, Henan, 7 August 1975 [m]."""
HOUR_IN_CHINA_M = 0.2019
"""In an hour on China's mainland, at Zhengzhou, Henan, 20 July 2021 [m]."""
