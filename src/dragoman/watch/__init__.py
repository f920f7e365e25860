"""Follows feeds and folders: reads what is new, and tells what that changed in the record.

`plan` says what to follow and where to tell; `loop` does it. Sources of pages (`feeds`, `folders`) do not
know how pages are read, and outputs (`logs`, `webhooks`, `atom`) not where changes come from.
"""

from __future__ import annotations
