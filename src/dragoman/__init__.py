"""Dragoman reads news reports of diplomacy and keeps a cited record of them."""

__version__ = "0.1.0"
