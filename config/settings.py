"""All settings, read from the environment; .env.example names every variable."""

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.templatetags.static import static
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from whitenoise.compress import Compressor

from core import speaking

from . import database, safety, tiles, uploads
from .watching import errors, logs

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = database.data_dir()
BACKUP_DIR = Path(os.environ.get("BACKUP_DIR") or DATA_DIR / "backups").expanduser()
SITE_URL = os.environ.get("SITE_URL") or f"http://127.0.0.1:{os.environ.get('PORT') or 8000}"
IS_HTTPS = SITE_URL.startswith("https://")
DEBUG = os.environ.get("DEBUG") == "1"
if os.environ.get("SITE_URL"):
    safety.check(os.environ, SITE_URL)


def secret_key():
    """`SECRET_KEY`, else a random one that is kept in the data folder."""
    if os.environ.get("SECRET_KEY"):
        return os.environ["SECRET_KEY"]
    kept = DATA_DIR / "secret_key"
    if not kept.exists():
        database.ensure_data_dir()
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()


SECRET_KEY = secret_key()
ALLOWED_HOSTS = [urlsplit(SITE_URL).hostname, "127.0.0.1", "localhost"]
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "modeltranslation",  # before the admin, whose forms it extends
    "core",  # before the admin, whose templates it replaces
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_prose_editor",
    "js_asset",
    "import_export",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "search",
    "engage",
    "pages",
    "partnership",
    "projects",
    "news",
    "events",
    "ideas",
    "library",
    "directory",
    "opendata",
    "moving",
    "config",
]
MIDDLEWARE = [
    "core.middleware.Compression",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "core.middleware.SecurityHeaders",
    "core.middleware.InputHygiene",
    "core.caching.middleware.KeepPages",  # what stands above is the same for every page
    "config.watching.requests.Requests",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.prose.videos.VideoFrames",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "core.middleware.AdminLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "core.accounts.second_factor.SecondFactor",
    "config.middleware.DatabaseBusy",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "config.furniture.furniture",
            ],
            "builtins": [
                *("django.templatetags.static", "django.templatetags.i18n"),
                "core.templatetags.fixed",  # after those that it stands in for
            ],
        },
    }
]

DATABASES = {"default": database.options_from(os.environ.get("DATABASE_URL", "postgresql:///"))}
DATABASES["default"]["ATOMIC_REQUESTS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Shared by all processes and machines of the site: failed sign-ins are counted here.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # else a flood of tries would push out the counts
    }
}

# Pages that each process keeps as files between two changes of the content; 0 keeps none.
KEPT_PAGES = int(os.environ.get("KEPT_PAGES") or 2000)

AUTH_USER_MODEL = "core.User"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
    )
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
PASSWORD_RESET_TIMEOUT = 14 * 24 * 60 * 60  # invitations; core.accounts.invitations ends resets
REQUIRE_SECOND_FACTOR = os.environ.get("REQUIRE_SECOND_FACTOR") or "administrators"
if REQUIRE_SECOND_FACTOR not in ("administrators", "everyone"):
    raise ImproperlyConfigured(
        speaking.gettext("REQUIRE_SECOND_FACTOR must be administrators or everyone.")
    )
ACCOUNT_ADAPTER = "core.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses are given by site administrators
ACCOUNT_FORMS = {"login": "core.accounts.forms.SignInForm"}
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "core.accounts.invitations.LinkTokens"  # noqa: S105
ACCOUNT_SESSION_REMEMBER = True  # for SESSION_COOKIE_AGE, nobody is asked
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "5/15m/key",
    "login_failed_anywhere": "30/h/key",
    "login_failed_address": "40/h/ip",
    "reset_password": "10/h/ip,3/h/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
}
USERSESSIONS_ADAPTER = "core.accounts.adapter.SessionsAdapter"
MFA_ADAPTER = "core.accounts.second_factor.SecondFactorAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "core.accounts.forms.SignInCodeForm",
    "reauthenticate": "core.accounts.forms.ConfirmCodeForm",
    "add_webauthn": "core.accounts.forms.AddKeyForm",
    "authenticate_webauthn": "core.accounts.forms.SecondKeyForm",
    "login_webauthn": "core.accounts.forms.SignInKeyForm",
    "reauthenticate_webauthn": "core.accounts.forms.ConfirmKeyForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # steps of half a minute; core.accounts.forms.CodeOnce allows for it

CSRF_FAILURE_VIEW = "config.failures.form_forged"

LANGUAGE_CODE = "lv"
FORMAT_MODULE_PATH = "config.formats"
LANGUAGES = [("lv", _("Latvian")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Riga"
HOME_COUNTRY = os.environ.get("HOME_COUNTRY") or "LV"  # partners elsewhere are foreign ones
USE_TZ = True
MAP_TILES = tiles.tiles_from(os.environ)  # of the street map; None: there is only the drawn one
# Pinned in the product, so that installations do not drift apart in their migrations.
MODELTRANSLATION_LANGUAGES = ("lv", "en")
MODELTRANSLATION_DEFAULT_LANGUAGE = "lv"
MODELTRANSLATION_PREPOPULATE_LANGUAGE = "lv"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("lv", "en")  # visitors write in either
MODELTRANSLATION_CUSTOM_FIELDS = ("RichText",)

# The text editor loads our extensions from here; texts are cleaned by core.richtext alone.
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {
        "js": [lazy(static, str)(f"core/{name}.js") for name in ("picker", "paste")],
        "extensions": {"Paste": "core.richtext.clean"},
    }
]

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static", DATA_DIR / "prepared"]
STORAGES = {
    "default": uploads.storage_from(os.environ),
    "staticfiles": {"BACKEND": "config.static.StaticFiles"},
}
# Maps of sources are for who writes the editor; packing them took most of a first start.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")
WHITENOISE_MANIFEST_STRICT = False  # a missing picture must not turn a page into an error
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000  # a project with sixty partners has two thousand

SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
CSRF_COOKIE_HTTPONLY = True  # our scripts read the token from the form
if IS_HTTPS:  # names that no other host of the domain can set
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
SECURE_SSL_REDIRECT = False  # the web server in front redirects; docs/deploy.md
SECURE_HSTS_SECONDS = 63_072_000 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if os.environ.get("BEHIND_PROXY") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # the last address of X-Forwarded-For is the proxy's word
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "media-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

SECURITY_CONTACT = os.environ.get("SECURITY_CONTACT", "")  # else the page of contacts

# No person reads and fills in a form in less; 0 lets load tests through.
QUICKEST_FORM_SECONDS = int(os.environ.get("QUICKEST_FORM_SECONDS") or 2)
LINK_CHECK_PRIVATE = False  # True only in tests: the link check may ask this machine itself

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL") or "partnership@localhost"
if os.environ.get("EMAIL_HOST"):
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = os.environ["EMAIL_HOST"]
    EMAIL_PORT = int(os.environ.get("EMAIL_PORT") or 587)
    EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
    EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
    EMAIL_USE_SSL = EMAIL_PORT == 465  # TLS from the first byte; elsewhere it is asked for
    EMAIL_USE_TLS = not EMAIL_USE_SSL

# Whoever may change rows may import them, whoever may see them may export them.
IMPORT_EXPORT_IMPORT_PERMISSION_CODE = "change"
IMPORT_EXPORT_EXPORT_PERMISSION_CODE = "view"
IMPORT_EXPORT_USE_TRANSACTIONS = True

LOGGING = logs.configuration(os.environ)
METRICS_TOKEN = os.environ.get("METRICS_TOKEN", "")
if METRICS_TOKEN:  # the processes of this machine add their figures up here
    metrics_folder = os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(DATA_DIR / "metrics"))
    Path(metrics_folder).mkdir(parents=True, exist_ok=True)
if os.environ.get("SENTRY_DSN"):
    errors.report_to(os.environ["SENTRY_DSN"])
