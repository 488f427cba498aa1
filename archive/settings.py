"""Every setting of the archive. All of them come from the environment; docs/settings.md lists them.

`ARCHIVE_SERVES` decides what this process is: `site` (public pages and API, read-only login, no
secret of the desk), `desk` (the curators), or `both` (a laptop).
"""

from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from archive.environment import beginning_with, env, flag, one_of, required, words

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env("ARCHIVE_VAR") or BASE_DIR / "var")

# --- what this process is -------------------------------------------------------------------------
SERVES = one_of("ARCHIVE_SERVES", ("both", "desk", "site"), "both")
SERVES_SITE = SERVES in {"both", "site"}
SERVES_DESK = SERVES in {"both", "desk"}
DEBUG = flag("DEBUG")
LOCAL = flag("ARCHIVE_LOCAL")  # a start on one's own machine, over plain http

ARCHIVE_NAME = env("ARCHIVE_NAME", "The testimony archive")
ARCHIVE_NAMES = beginning_with("ARCHIVE_NAME_")  # in other languages: ARCHIVE_NAME_FA
ARCHIVE_CONTACT = env("ARCHIVE_CONTACT")  # an e-mail address or a web page, shown to readers
ARCHIVE_URL = env("ARCHIVE_URL", "http://127.0.0.1:8000").rstrip("/")
ONE_PERSON = flag("ARCHIVE_ONE_PERSON")  # who asks may also approve; the ledger and the readers are told

# --- who may reach it -----------------------------------------------------------------------------
ALLOWED_HOSTS = words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]" if LOCAL or DEBUG else "")
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS")
TRUSTED_PROXIES = int(env("ARCHIVE_TRUSTED_PROXIES", "0"))  # how many stand in front of us
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("Set ALLOWED_HOSTS: the names this archive answers to, with commas.")
if not (LOCAL or DEBUG) and not ARCHIVE_URL.startswith("https://"):
    raise ImproperlyConfigured(
        "Set ARCHIVE_URL: the https:// address at which readers find the archive "
        "(or ARCHIVE_LOCAL=1 for a start on your own machine)."
    )
# The site signs nothing; a key of its own keeps the desk's out of its environment.
SECRET_KEY = required(
    "SECRET_KEY",
    "fifty random signs, for example from `openssl rand -base64 48`; keep them to yourself.",
)
if not (LOCAL or DEBUG) and len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY is too short: use fifty random signs or more.")

# --- the database ---------------------------------------------------------------------------------
# The desk's login owns the tables. The site's login may read the edition and nothing else, and every
# public request uses it, whatever this process serves.


def _login(url: str, search_path: str) -> dict[str, Any]:
    login: dict[str, Any] = {**dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)}
    login["OPTIONS"] = {**login.get("OPTIONS", {}), "options": f"-c search_path={search_path}"}
    return login


DATABASES: dict[str, dict] = {"default": {}}  # a site has no desk: its use raises an error
if SERVES_DESK:
    DATABASES["default"] = _login(
        required("DATABASE_URL", "the desk's database, postgres://USER:PASSWORD@HOST/NAME."),
        "public,edition",
    )
if SERVES_SITE:
    DATABASES["public"] = _login(
        required("SITE_DATABASE_URL", "the same database with the site's read-only login."),
        "site,edition",
    )
    if SERVES_DESK and DATABASES["public"]["USER"] == DATABASES["default"]["USER"]:
        raise ImproperlyConfigured("SITE_DATABASE_URL must use the read-only login, not the desk's own.")
    DATABASES["public"]["TEST"] = {"MIRROR": "default"}
# the desk gives the site's login its rights, so it knows its name where it does not know its password
SITE_ROLE = env("SITE_ROLE") or DATABASES.get("public", {}).get("USER", "archive_site")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- the rooms ------------------------------------------------------------------------------------
INSTALLED_APPS = ["django.contrib.staticfiles", "django.contrib.postgres", "archive.edition"]
if SERVES_SITE:
    INSTALLED_APPS += [
        "rest_framework", "django_filters", "drf_spectacular", "corsheaders",
        "archive.pages", "archive.api",
    ]  # fmt: skip
if SERVES_DESK:
    INSTALLED_APPS += [
        "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions",
        "django.contrib.messages", "axes", "pgtrigger", "pghistory",
        "archive.desk.apps.DeskConfig", "archive.desk.apps.DeskAdminConfig", "events", "testimonies",
        "archive.ingest",
    ]  # fmt: skip

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
if SERVES_SITE:
    MIDDLEWARE += ["corsheaders.middleware.CorsMiddleware", "archive.edition.guard.PublicRequests"]
MIDDLEWARE += ["django.middleware.common.CommonMiddleware"]
if SERVES_DESK:  # the desk's cookies carry its path, so no reader is ever sent one
    MIDDLEWARE += [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "archive.desk.middleware.HistoryMiddleware",
        "axes.middleware.AxesMiddleware",
    ]

ROOT_URLCONF = "archive.urls"
WSGI_APPLICATION = "archive.wsgi.application"
DESK_PREFIX = "/desk/"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"]
            + (
                [
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ]
                if SERVES_DESK
                else []
            ),
        },
    }
]

# --- languages ------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français"), ("fa", "فارسی"), ("ar", "العربية")]
LOCALE_PATHS = [BASE_DIR / "archive" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- files ----------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # nothing is kept in files
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"  # compressing takes long
        if LOCAL
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024  # an article pasted whole
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# --- what is sealed and what is kept in files -----------------------------------------------------
if SERVES_DESK:
    VAULT = Path(env("ARCHIVE_VAULT") or VAR_DIR / "vault")  # originals; no other program needs to read it
    FILE_UPLOAD_TEMP_DIR = VAULT / "uploads"
    FILE_UPLOAD_HANDLERS = [
        "django.core.files.uploadhandler.MemoryFileUploadHandler",
        "archive.desk.uploads.BesideTheVault",
    ]
    SEAL_KEYS = words("ARCHIVE_SEAL_KEYS")  # public keys: what the desk seals, only their other halves open
    # Sealed names are told apart by keyed hashes: whoever has the database and not this key learns nothing.
    WORDS_KEY = env("ARCHIVE_WORDS_KEY") or (SECRET_KEY if LOCAL or DEBUG else "")
    if not WORDS_KEY:
        raise ImproperlyConfigured(
            "Set ARCHIVE_WORDS_KEY: fifty random signs that never change, for example from "
            "`openssl rand -base64 48`; without them the checks for sealed names no longer find anything."
        )

# --- who works at the desk ------------------------------------------------------------------------
LOGIN_URL = "/desk/login/"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    }
]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_IPWARE_PROXY_COUNT = TRUSTED_PROXIES or None
AXES_VERBOSE = False

# --- security -------------------------------------------------------------------------------------
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = DESK_PREFIX
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "desk", "desk_csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not (LOCAL or DEBUG)
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 0 if LOCAL or DEBUG else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not (LOCAL or DEBUG)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
# a site has no form that changes anything; the desk makes its folder for uploads with the first of them
SILENCED_SYSTEM_CHECKS = ["files.E001"] if SERVES_DESK else ["security.W003"]
SECURE_REFERRER_POLICY = "same-origin"  # with no-referrer browsers send the desk’s forms without an origin
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- the API --------------------------------------------------------------------------------------
CORS_URLS_REGEX = r"^/api/.*$|/feed\.(atom|json)$|/dump\.(ndjson|csv)$"
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_EXPOSE_HEADERS = ["ETag", "Link", "Retry-After"]
API_RATE = env("ARCHIVE_API_RATE", "600/min")  # per address; a program that needs more takes the dumps
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
REST_FRAMEWORK = {
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "NUM_PROXIES": TRUSTED_PROXIES,
}
SPECTACULAR_SETTINGS = {
    "OAS_VERSION": "3.1.1",
    "POSTPROCESSING_HOOKS": ["archive.api.schema.document.finished"],
    "SORT_OPERATIONS": False,  # in the order of the addresses
    "SORT_OPERATION_PARAMETERS": False,
}

# --- what it writes down --------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
