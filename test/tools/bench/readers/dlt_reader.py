"""Reads every page with dlt's rest_api source, and does nothing with the records."""
import json, os, sys, time

os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"
os.environ["RUNTIME__LOG_LEVEL"] = "ERROR"
from dlt.sources.rest_api import rest_api_source

source = rest_api_source(
    {
        "client": {"base_url": sys.argv[1], "auth": {"type": "bearer", "token": "x"}},
        "resources": [
            {
                "name": "things_1",
                "primary_key": "id",
                "endpoint": {
                    "path": "/v1/things_1",
                    "data_selector": "data",
                    "paginator": {"type": "offset", "limit": 100, "total_path": None},
                },
            }
        ],
    }
)
started = time.perf_counter()
busy = time.process_time()
records = 0
for _ in source.resources["things_1"]:
    records += 1
print(json.dumps({"records": records, "ms": (time.perf_counter() - started) * 1000, "cpu": (time.process_time() - busy) * 1000}))
