"""Settings of all tests.

Properties try the same examples each time, so that a failure is due to the change at hand;
HYPOTHESIS_PROFILE=explore tries new ones. Whoever runs the tests may have added actors of his own: they
stay out.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

os.environ["DRAGOMAN_ACTORS"] = os.devnull
