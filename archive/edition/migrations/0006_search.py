from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("edition", "0005_files")]
    operations: list = []
