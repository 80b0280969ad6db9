#!/usr/bin/env bash
# SQLite written by SQLAlchemy, read by Java: every time with a fraction is read up to 17 minutes late.
#
# Versions   SQLAlchemy 2.1.9 (PyPI) writes, org.xerial:sqlite-jdbc 3.54.1.0 (Maven Central) reads; Java 11 or newer, Maven, Python 3.10 or newer
# Expected   ResultSet.getTimestamp gives the instant, to the nine digits that Timestamp has, or cut to milliseconds.
# Seen       SQLAlchemy stores a DateTime with six digits, "2024-01-01 00:00:00.123000". getTimestamp takes what is behind the point for
#            a number of milliseconds: 123000 of them make 00:02:03; .999999 is 00:16:39.999. No error. A text with a T in it is one.
# Matters    a watermark that is minutes late skips the rows between, and joins on time miss. Whole seconds, as tests have them, are
#            right.
# Here       times in SQLite are ISO 8601 text; docs/destinations.md says how to read them in Java.
set -euo pipefail
command -v java >/dev/null && command -v mvn >/dev/null || { echo 'This needs Java 11 or newer and Maven.' >&2; exit 2; }
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || { echo 'This needs Python 3.10 or newer with venv.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv python
python/bin/pip --quiet --disable-pip-version-check install sqlalchemy==2.1.9
cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>findings</groupId><artifactId>findings</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.xerial</groupId><artifactId>sqlite-jdbc</artifactId><version>3.54.1.0</version></dependency>
  </dependencies>
</project>
XML
mvn --quiet --batch-mode dependency:copy-dependencies -DoutputDirectory=lib > log 2>&1 || { cat log >&2; exit 1; }

cat > write.py <<'PY'
import datetime, sqlalchemy as sa
table = sa.Table('events', sa.MetaData(), sa.Column('at', sa.DateTime))
engine = sa.create_engine('sqlite:///events.db')
table.create(engine)
with engine.begin() as connection:
    for microseconds in (0, 123000, 123456, 999999):
        connection.execute(table.insert().values(at=datetime.datetime(2024, 1, 1, 0, 0, 0, microseconds)))
PY
python/bin/python write.py

cat > See.java <<'JAVA'
import java.sql.*;
import java.util.*;

public class See {
  public static void main(String[] args) throws Exception {
    List<String> seen = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:events.db");
        ResultSet rows = connection.createStatement().executeQuery("select at, cast(at as text) as stored from events order by rowid")) {
      while (rows.next()) {
        seen.add(rows.getTimestamp("at").toInstant().toString());
        System.out.println(rows.getString("stored") + " in the file, " + seen.get(seen.size() - 1) + " in Java");
      }
    }
    boolean refused = false;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:events.db");
        ResultSet row = connection.createStatement().executeQuery("select '2024-01-01T00:00:00.123Z' as at")) {
      row.next();
      row.getTimestamp("at");
    } catch (SQLException error) {
      refused = true;
      System.out.println("2024-01-01T00:00:00.123Z: " + error.getMessage());
    }
    List<String> expected = List.of("2024-01-01T00:00:00Z", "2024-01-01T00:02:03Z", "2024-01-01T00:02:03.456Z", "2024-01-01T00:16:39.999Z");
    if (!refused || !seen.equals(expected)) {
      System.out.println("changed: expected " + expected);
      System.exit(1);
    }
  }
}
JAVA
TZ=UTC java -cp 'lib/*' See.java
