"""Merges every record by its key into a database, with dlt's rest_api source. Arguments: base URL, destination, its URL or path, a folder of its own."""
import json, os, sys

os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"
os.environ["RUNTIME__LOG_LEVEL"] = "ERROR"
import dlt
from dlt.sources.rest_api import rest_api_source

base, destination, place, folder = sys.argv[1:]
source = rest_api_source(
    {
        "client": {"base_url": base, "auth": {"type": "bearer", "token": "x"}},
        "resources": [
            {
                "name": "things_1",
                "primary_key": "id",
                "write_disposition": "merge",
                "max_table_nesting": 0,
                "endpoint": {
                    "path": "/v1/things_1",
                    "data_selector": "data",
                    "paginator": {"type": "offset", "limit": 100, "total_path": None},
                },
            }
        ],
    }
)
pipeline = dlt.pipeline("bench", pipelines_dir=folder, destination=getattr(dlt.destinations, destination)(place), dataset_name="bench")
pipeline.run(source)
print(json.dumps({"records": pipeline.last_trace.last_normalize_info.row_counts["things_1"]}))
