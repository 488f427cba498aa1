from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("edition", "0007_names")]
    operations: list = []
