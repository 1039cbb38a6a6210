"""How staff sign in: on top of django-allauth, under /admin/account/ (docs/decisions/0006)."""
