from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("edition", "0006_search")]
    operations: list = []
