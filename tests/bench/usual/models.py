from django.db import models


class Person(models.Model):
    identifier = models.TextField()
    name = models.TextField()

    class Meta:
        managed = False
        db_table = "usual_person"

    def __str__(self) -> str:
        return self.name


class Event(models.Model):
    identifier = models.TextField()
    title = models.TextField()
    date = models.DateField()

    class Meta:
        managed = False
        db_table = "usual_event"

    def __str__(self) -> str:
        return self.title


class Topic(models.Model):
    identifier = models.TextField()
    label = models.TextField()

    class Meta:
        managed = False
        db_table = "usual_topic"

    def __str__(self) -> str:
        return self.label


class Statement(models.Model):
    identifier = models.TextField(unique=True)
    kind = models.TextField()
    text = models.TextField()
    language = models.TextField()
    role = models.TextField()
    date = models.DateField()
    person = models.ForeignKey(Person, models.CASCADE)
    event = models.ForeignKey(Event, models.CASCADE)
    topics = models.ManyToManyField(Topic, db_table="usual_statement_topics")

    class Meta:
        managed = False
        db_table = "usual_statement"

    def __str__(self) -> str:
        return self.text
