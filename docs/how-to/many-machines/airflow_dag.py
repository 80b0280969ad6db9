"""An Airflow 3 DAG: one mapped task for each unit. A task that is retried goes on where its unit was cut off."""

import json
import subprocess
from datetime import timedelta

from airflow.sdk import dag, task


def shop(*arguments: str) -> str:
    return subprocess.run(["shop-connector", *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


@dag(schedule="@daily", catchup=False)
def shop_sync():
    @task(retries=3)
    def split(run_id: str | None = None) -> list[str]:
        return [unit["id"] for unit in json.loads(shop("splits", "--run", run_id, "--format", "json"))]

    @task(retries=5, retry_delay=timedelta(minutes=1), max_active_tis_per_dagrun=8)
    def read(unit: str, run_id: str | None = None) -> None:
        shop("sync", "--run", run_id, "--split", unit)

    @task(retries=3)
    def finish(run_id: str | None = None) -> None:
        shop("sync", "--finish", run_id)

    read.expand(unit=split()) >> finish()


shop_sync()
