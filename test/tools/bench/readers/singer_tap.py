"""Reads every page with a tap of the Singer SDK; its messages go to /dev/null."""
import contextlib, json, logging, os, sys, time

logging.disable(logging.CRITICAL)
from singer_sdk import RESTStream, Tap
from singer_sdk import typing as th
from singer_sdk.pagination import BaseOffsetPaginator


class Pages(BaseOffsetPaginator):
    def has_more(self, response):
        return len(response.json()["data"]) > 0


FIELDS = {name: kind for name, kind in json.loads(sys.argv[2]).items()}
KINDS = {
    "string": th.StringType,
    "integer": th.IntegerType,
    "number": th.NumberType,
    "boolean": th.BooleanType,
    "array": th.ArrayType(th.StringType),
    "object": th.ObjectType(additional_properties=True),
}


class Things(RESTStream):
    name = "things_1"
    path = "/v1/things_1"
    primary_keys = ("id",)
    records_jsonpath = "$.data[*]"
    url_base = sys.argv[1]
    schema = th.PropertiesList(*[th.Property(name, KINDS[kind]) for name, kind in FIELDS.items()]).to_dict()
    count = 0

    def get_new_paginator(self):
        return Pages(start_value=0, page_size=100)

    def get_url_params(self, context, next_page_token):
        return {"limit": 100, "offset": next_page_token or 0}

    def post_process(self, row, context=None):
        Things.count += 1
        return row


class TapThings(Tap):
    name = "tap-things"
    config_jsonschema = th.PropertiesList().to_dict()

    def discover_streams(self):
        return [Things(self)]


tap = TapThings(config={}, parse_env_config=False)
with open(os.devnull, "w") as nowhere:
    sys.stdout.flush()
    saved = os.dup(1)
    os.dup2(nowhere.fileno(), 1)
    started = time.perf_counter()
    busy = time.process_time()
    tap.sync_all()
    sys.stdout.flush()
    took = time.perf_counter() - started
    cpu = time.process_time() - busy
    os.dup2(saved, 1)
print(json.dumps({"records": Things.count, "ms": took * 1000, "cpu": cpu * 1000}))
