"""Who may read open data: everybody, from the pages of any other site too."""


def open_to_all(response):
    """Let scripts and frames of other sites read the answer (CORS); no cookie, no key."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
