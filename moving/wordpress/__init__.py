"""A web site made with WordPress, taken over from its export (WXR)."""
