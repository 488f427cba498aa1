from django_filters.rest_framework import DjangoFilterBackend
from rest_framework import pagination, serializers, viewsets

from tests.bench.usual.models import Event, Person, Statement, Topic


class PersonSerializer(serializers.ModelSerializer):
    class Meta:
        model = Person
        fields = ["identifier", "name"]


class EventSerializer(serializers.ModelSerializer):
    class Meta:
        model = Event
        fields = ["identifier", "title", "date"]


class TopicSerializer(serializers.ModelSerializer):
    class Meta:
        model = Topic
        fields = ["identifier", "label"]


class StatementSerializer(serializers.ModelSerializer):
    person = PersonSerializer()
    event = EventSerializer()
    topics = TopicSerializer(many=True)

    class Meta:
        model = Statement
        fields = ["identifier", "kind", "text", "language", "role", "date", "person", "event", "topics"]


class Pages(pagination.PageNumberPagination):
    page_size = 20


class Statements(viewsets.ReadOnlyModelViewSet):
    queryset = (
        Statement._default_manager.using("public")
        .select_related("person", "event")
        .prefetch_related("topics")
        .order_by("-date", "-identifier")
    )
    serializer_class = StatementSerializer
    pagination_class = Pages
    filter_backends = [DjangoFilterBackend]
    filterset_fields = {"person__identifier": ["exact"], "topics__identifier": ["exact"]}
    lookup_field = "identifier"
