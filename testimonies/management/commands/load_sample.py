from django.core.management.base import BaseCommand

from testimonies.sample.load import load


class Command(BaseCommand):
    help = "Loads the sample collection and publishes it. What is there already is left as it is."

    def handle(self, **options: object) -> None:
        if not load(tell=self.stdout.write):
            self.stdout.write("The sample collection is here already; nothing was done.")
