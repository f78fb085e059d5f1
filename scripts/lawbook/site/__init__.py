"""From data to a site that can be served or passed on: build, policy, links, offline copies.

Knows ``word``, ``pages``, ``search``, ``export`` and what lies below them.
"""
