import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonWith } from '../programs.js';
import { npm, ROWS, script, type RealServer } from './server.js';

/** What APIs are written with, and small servers that one starts in a folder. */

const PYTHON = [
  'datasette==0.65.5',
  'kinto==26.5.0',
  'fastapi-pagination==0.16.1',
  'uvicorn==0.38.0',
  'djangorestframework==3.16.1',
  'waitress==3.0.2',
];

const python = (): string => pythonWith('init', PYTHON);

const FASTAPI = (page: string): string => `
from fastapi import FastAPI
from pydantic import BaseModel
from fastapi_pagination import add_pagination, paginate
${page}
class City(BaseModel):
    id: int
    name: str
app = FastAPI()
CITIES = [City(id=i, name=f'city {i}') for i in range(1, ${ROWS + 1})]
@app.get('/cities')
def cities() -> Page[City]:
    return paginate(CITIES)
add_pagination(app)
`;

const DJANGO = (paginator: string, more = ''): string => `
import sys
from django.conf import settings
settings.configure(DEBUG=False, SECRET_KEY='x' * 50, ALLOWED_HOSTS=['*'], ROOT_URLCONF='served',
    INSTALLED_APPS=['django.contrib.contenttypes', 'django.contrib.auth', 'rest_framework'],
    DATABASES={'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': ':memory:'}},
    REST_FRAMEWORK={'UNAUTHENTICATED_USER': None, 'DEFAULT_AUTHENTICATION_CLASSES': [], 'DEFAULT_RENDERER_CLASSES': ['rest_framework.renderers.JSONRenderer']})
import django
django.setup()
from django.urls import path
from rest_framework.generics import ListAPIView
from rest_framework.pagination import ${paginator}
from rest_framework.serializers import Serializer, IntegerField, CharField
class Row(Serializer):
    id = IntegerField()
    name = CharField()
class Paginator(${paginator}):
    page_size = 50
    ${more}
class Cities(ListAPIView):
    serializer_class = Row
    pagination_class = Paginator
    def get_queryset(self):
        return [{'id': i, 'name': f'city {i}'} for i in range(1, ${ROWS + 1})]
urlpatterns = [path('cities/', Cities.as_view())]
if __name__ == '__main__':
    sys.modules['served'] = sys.modules['__main__']
    from django.core.wsgi import get_wsgi_application
    from waitress import serve
    serve(get_wsgi_application(), host='127.0.0.1', port=int(sys.argv[1]))
`;

export const FRAMEWORKS: readonly RealServer[] = [
  {
    name: 'Datasette 0.65.5',
    list: '/db/cities.json?_shape=objects&_size=100',
    prepare(folder, port) {
      const rows = `import sqlite3\nc = sqlite3.connect('db.db')\nc.execute('create table cities (id integer primary key, name text)')\nc.executemany('insert into cities values (?,?)', [(i, f'city {i}') for i in range(1, ${ROWS + 1})])\nc.commit()\n`;
      execFileSync(join(python(), 'python'), ['-c', rows], { cwd: folder });
      return { program: join(python(), 'datasette'), argv: ['db.db', '-p', String(port)] };
    },
  },
  {
    name: 'Kinto 26.5.0',
    list: '/v1/buckets/acme/collections/cities/records?_limit=50',
    argv: ['--auth', 'basic'],
    env: { KINTO_USERNAME: 'someone', KINTO_PASSWORD: 'someone-else' },
    prepare(folder, port) {
      const said = `[server:main]\nuse = egg:waitress#main\nhost = 127.0.0.1\nport = ${port}\n[app:main]\nuse = egg:kinto\nkinto.userid_hmac_secret = abc\nkinto.storage_backend = kinto.core.storage.memory\nkinto.cache_backend = kinto.core.cache.memory\nkinto.permission_backend = kinto.core.permission.memory\nkinto.bucket_create_principals = system.Authenticated\nmultiauth.policies = basicauth\n`;
      writeFileSync(join(folder, 'kinto.ini'), said);
      return { program: join(python(), 'kinto'), argv: ['start', '--ini', 'kinto.ini', '--port', String(port)] };
    },
    async fill(origin) {
      const headers = { authorization: `Basic ${btoa('someone:someone-else')}`, 'content-type': 'application/json' };
      await fetch(`${origin}/v1/buckets/acme`, { method: 'PUT', headers, body: '{}' });
      await fetch(`${origin}/v1/buckets/acme/collections/cities`, { method: 'PUT', headers, body: '{}' });
      for (let id = 1; id <= ROWS; id++)
        await fetch(`${origin}/v1/buckets/acme/collections/cities/records/city-${id}`, {
          method: 'PUT',
          headers,
          body: JSON.stringify({ data: { name: `city ${id}` } }),
        });
    },
  },
  ...[
    ['pages', 'from fastapi_pagination import Page', '/cities?page=1&size=50'],
    ['limit and offset', 'from fastapi_pagination import LimitOffsetPage as Page', '/cities?limit=50&offset=0'],
  ].map(([what, page = '', list = '']): RealServer => ({
    name: `fastapi-pagination 0.16.1, ${what}`,
    list,
    prepare(folder, port) {
      script(folder, FASTAPI(page));
      return { program: join(python(), 'uvicorn'), argv: ['served:app', '--port', String(port), '--log-level', 'error'] };
    },
  })),
  ...[
    ['LimitOffsetPagination', '', '/cities/?limit=50'],
    ['PageNumberPagination', "page_size_query_param = 'page_size'", '/cities/?page=1&page_size=50'],
  ].map(([paginator = '', more, list = '']): RealServer => ({
    name: `Django REST framework 3.16.1, ${paginator}`,
    list,
    prepare: (folder, port) => ({ program: join(python(), 'python'), argv: [script(folder, DJANGO(paginator, more)), String(port)] }),
  })),
  {
    name: 'json-server 1.0.0-beta.15',
    list: '/cities?_page=1&_per_page=50',
    prepare(folder, port) {
      const cities = Array.from({ length: ROWS }, (_, index) => ({ id: String(index + 1), name: `city ${index + 1}` }));
      writeFileSync(join(folder, 'db.json'), JSON.stringify({ cities }));
      return { program: join(npm('json-server@1.0.0-beta.15'), 'json-server'), argv: ['db.json', '--port', String(port)] };
    },
  },
];
