/**
 * A Python file that evaluates a source of dlt's `rest_api` and prints its configuration as JSON: standard library only, runs
 * where dlt is installed (tried with 1.5, 1.26 and 1.31). Asks no API, and prints no secret: both have marks in their place.
 */
export const DUMPER = String.raw`"""Prints the rest_api configuration of a dlt source as JSON, for: tapwright import - --from dlt

    python dump.py my_source.py [FUNCTION]        the file with the source; the function that makes it, if there are several

No request is sent and no pipeline is run: only the module is loaded, and functions decorated with dlt.source or
dlt.resource are called. Secrets, options and functions have marks in their place.
"""
import datetime
import enum
import importlib.util
import inspect
import json
import os
import re
import sys

FOUND = []
SECRET_NAME = re.compile(r"key|token|secret|passw|credential|auth", re.I)


def secret(name):
    return "\u27e6secret:%s\u27e7" % name


def option(name):
    return "\u27e6config:%s\u27e7" % name


class Found(Exception):
    """Ends the making of a source once its configuration is known."""


def capture(config, *args, **kwargs):
    FOUND.append(config)
    return []


def capture_source(config, *args, **kwargs):
    FOUND.append(config)
    raise Found()


def hide_secrets():
    """dlt.secrets gives names; dlt.config gives values where it has them, names where not."""
    import dlt

    class Secrets:
        value = property(lambda self: secret("token"))

        def __getitem__(self, name):
            return secret(name)

        def get(self, name, *args):
            return secret(name)

        def __getattr__(self, name):
            return secret(name)

    real = dlt.config

    class Config:
        value = property(lambda self: option("value"))

        def __getitem__(self, name):
            try:
                found = real[name]
            except Exception:
                return option(name)
            return found if found is not None else option(name)

        def get(self, name, *args):
            try:
                found = real.get(name, *args)
            except Exception:
                return option(name)
            return found if found is not None else option(name)

    dlt.secrets = Secrets()
    dlt.config = Config()

    class Environment(dict):
        def __getitem__(self, name):
            if SECRET_NAME.search(name):
                return secret(name.lower())
            return dict.get(self, name) if name in self else option(name.lower())

        def get(self, name, default=None):
            if SECRET_NAME.search(name):
                return secret(name.lower())
            return dict.get(self, name, default)

    os.environ = Environment(os.environ)
    os.getenv = os.environ.get


def catch_sources():
    """Whoever builds resources of a configuration tells it first."""
    modules = [name for name in ("dlt.sources.rest_api", "dlt.sources.rest_api.config_setup") if importlib.util.find_spec(name)]
    for name in modules:
        module = importlib.import_module(name)
        for attribute in ("rest_api_resources", "rest_api_source"):
            if hasattr(module, attribute):
                setattr(module, attribute, capture)


def load(path):
    folder = os.path.dirname(os.path.abspath(path))
    sys.path.insert(0, folder)
    spec = importlib.util.spec_from_file_location("dumped_source", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["dumped_source"] = module
    spec.loader.exec_module(module)
    return module


def plain_function(thing):
    """The function below decorators of dlt."""
    for name in ("__wrapped__", "_f", "f", "_raw_callable", "_conf_f", "_func"):
        inner = getattr(thing, name, None)
        if callable(inner) and not inspect.isclass(inner):
            return plain_function(inner) if inner is not thing else thing
    return thing if inspect.isfunction(thing) else None


def unwrapped(thing):
    function = inspect.unwrap(thing) if callable(thing) else None
    return plain_function(function) if function is not None else None


def arguments(function):
    """Names in place of what is injected; defaults as they are."""
    given = {}
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            continue
        default = parameter.default
        is_injected = default is parameter.empty or type(default).__module__.startswith("dlt.common.configuration") or str(default).startswith("\u27e6")
        annotation = str(parameter.annotation)
        if is_injected:
            is_secret = SECRET_NAME.search(name) or "Secret" in annotation or str(default) == secret("token")
            given[name] = secret(name) if is_secret else option(name)
        elif default is not None or not SECRET_NAME.search(name):
            given[name] = default
        else:
            given[name] = secret(name)
    return given


def call(thing):
    function = unwrapped(thing)
    if function is None:
        return
    try:
        made = function(**arguments(function))
        if inspect.isgenerator(made):
            for _ in made:
                pass
        elif is_config(made):
            FOUND.append(made)
    except Found:
        pass
    except Exception as error:
        print("%s cannot be called: %s: %s" % (getattr(function, "__name__", "?"), type(error).__name__, error), file=sys.stderr)


def makes_source(name, value):
    """Decorated with dlt.source or dlt.resource, or a plain function that says it returns one: no other code is run."""
    if not callable(value) or inspect.isclass(value):
        return False
    function = unwrapped(value)
    if function is None or function.__module__ != "dumped_source":
        return False
    returns = str(function.__annotations__.get("return", ""))
    return function is not value or "RESTAPIConfig" in returns or "DltSource" in returns or re.search(r"(source|config)$", name) is not None


def is_config(value):
    return isinstance(value, dict) and "client" in value and "resources" in value


PAGINATORS = {
    "SinglePagePaginator": ("single_page", {}),
    "JSONLinkPaginator": ("json_link", {"next_url_path": "next_url_path"}),
    "JSONResponsePaginator": ("json_link", {"next_url_path": "next_url_path"}),
    "HeaderLinkPaginator": ("header_link", {"links_next_key": "links_next_key"}),
    "HeaderCursorPaginator": ("header_cursor", {"cursor_key": "cursor_key", "cursor_param": "cursor_param"}),
    "JSONResponseCursorPaginator": ("cursor", {"cursor_path": "cursor_path", "cursor_param": "cursor_param", "cursor_body_path": "cursor_body_path", "stop_after_empty_page": "stop_after_empty_page", "has_more_path": "has_more_path"}),
    "OffsetPaginator": ("offset", {"limit": "limit", "offset": "initial_value", "offset_param": "param_name", "limit_param": "limit_param", "offset_body_path": "param_body_path", "limit_body_path": "limit_body_path", "total_path": "total_path", "maximum_offset": "maximum_value", "stop_after_empty_page": "stop_after_empty_page", "has_more_path": "has_more_path"}),
    "PageNumberPaginator": ("page_number", {"base_page": "base_index", "page": "initial_value", "page_param": "param_name", "page_body_path": "param_body_path", "total_path": "total_path", "maximum_page": "maximum_value", "stop_after_empty_page": "stop_after_empty_page", "has_more_path": "has_more_path"}),
}
AUTHS = {
    "BearerTokenAuth": ("bearer", {"token": "token"}),
    "APIKeyAuth": ("api_key", {"name": "name", "api_key": "api_key", "location": "location"}),
    "ApiKeyAuth": ("api_key", {"name": "name", "api_key": "api_key", "location": "location"}),
    "HttpBasicAuth": ("http_basic", {"username": "username", "password": "password"}),
    "OAuth2ClientCredentials": ("oauth2_client_credentials", {"access_token_url": "access_token_url", "client_id": "client_id", "client_secret": "client_secret", "access_token_request_data": "access_token_request_data", "default_token_expiration": "default_token_expiration"}),
}
# what dlt takes for granted where nothing is said
NULLS = {"total_path"}


def instance(value, known):
    kind, names = known[type(value).__name__]
    made = {"type": kind}
    for key, attribute in names.items():
        found = getattr(value, attribute, None)
        if found is not None or (key in NULLS and hasattr(value, attribute)):
            made[key] = convert(found)
    if made.get("offset_body_path"):
        made.pop("offset_param", None)
    if made.get("page_body_path"):
        made.pop("page_param", None)
    return made


def source_of(value):
    try:
        return inspect.getsource(value).strip()[:2000]
    except (OSError, TypeError):
        return getattr(value, "__name__", repr(type(value)))


def convert(value, depth=0):
    if depth > 60:
        return {"$code": "nested too deep"}
    if value is None or isinstance(value, (bool, int, float)) and not isinstance(value, enum.Enum):
        return value
    if isinstance(value, enum.Enum):
        return convert(value.value, depth + 1)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return value.total_seconds()
    if isinstance(value, dict) and not type(value).__name__ == "Incremental":
        return {str(key): convert(inner, depth + 1) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [convert(inner, depth + 1) for inner in value]
    name = type(value).__name__
    if name in PAGINATORS:
        return instance(value, PAGINATORS)
    if name in AUTHS:
        return instance(value, AUTHS)
    if name.startswith("Incremental"):
        made = {key: convert(getattr(value, key, None), depth + 1) for key in ("cursor_path", "initial_value", "end_value", "lag", "row_order", "range_start", "range_end", "on_cursor_value_missing", "last_value_func")}
        return {key: inner for key, inner in made.items() if inner is not None}
    if type(value).__module__.startswith("jsonpath") or name in ("Fields", "Child", "Root"):
        return str(value)
    if "Resource" in name and hasattr(value, "name"):
        return {"$resource": str(value.name)}
    if inspect.isclass(value):
        return {"$code": "class " + value.__name__}
    if callable(value):
        return {"$callable": getattr(value, "__name__", name), "source": source_of(value)}
    if type(value).__module__.startswith("dlt.common.configuration"):
        return option("value")
    return {"$instance": "%s.%s" % (type(value).__module__, name), "source": source_of(type(value))}


def main(argv):
    if len(argv) < 2 or argv[1] in ("-h", "--help"):
        print(__doc__)
        return 2
    hide_secrets()
    catch_sources()
    module = load(argv[1])
    if len(argv) > 2:
        del FOUND[:]
        call(getattr(module, argv[2]))
    elif not FOUND:
        for name, value in list(vars(module).items()):
            if is_config(value):
                FOUND.append(value)
        if not FOUND:
            for name, value in list(vars(module).items()):
                if makes_source(name, value):
                    call(value)
    configs = [config for config in FOUND if is_config(config)]
    if not configs:
        print("no configuration was found: name the function that makes the source", file=sys.stderr)
        return 1
    if len(configs) > 1:
        print("%d configurations were found, the first is printed" % len(configs), file=sys.stderr)
    name = os.path.splitext(os.path.basename(argv[1]))[0]
    json.dump({"name": name, "config": convert(configs[0])}, sys.stdout, indent=2)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
`;
