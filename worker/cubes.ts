import { createRegistry, type Registry } from "cubular"
import { catalog } from "cubular/cubes"
import backup from "cubular/cubes/data/backup"
import blobs from "cubular/cubes/data/blobs"
import cacheData from "cubular/cubes/data/cache"
import exportData from "cubular/cubes/data/export"
import gunzip from "cubular/cubes/data/gunzip"
import gzip from "cubular/cubes/data/gzip"
import importData from "cubular/cubes/data/import"
import journal from "cubular/cubes/data/journal"
import kv from "cubular/cubes/data/kv"
import queue from "cubular/cubes/data/queue"
import records from "cubular/cubes/data/records"
import replica from "cubular/cubes/data/replica"
import restore from "cubular/cubes/data/restore"
import search from "cubular/cubes/data/search"
import sync from "cubular/cubes/data/sync"
import batch from "cubular/cubes/flow/batch"
import branch from "cubular/cubes/flow/branch"
import collect from "cubular/cubes/flow/collect"
import delay from "cubular/cubes/flow/delay"
import eachItem from "cubular/cubes/flow/each"
import filter from "cubular/cubes/flow/filter"
import toItems from "cubular/cubes/flow/items"
import loop from "cubular/cubes/flow/loop"
import map from "cubular/cubes/flow/map"
import mergeFlows from "cubular/cubes/flow/merge"
import partition from "cubular/cubes/flow/partition"
import race from "cubular/cubes/flow/race"
import reduce from "cubular/cubes/flow/reduce"
import retryUntil from "cubular/cubes/flow/retry-until"
import toWays from "cubular/cubes/flow/switch"
import tee from "cubular/cubes/flow/tee"
import window from "cubular/cubes/flow/window"
import request from "cubular/cubes/http/request"
import send from "cubular/cubes/http/send"
import geocode from "cubular/cubes/integration/geocode"
import kasi from "cubular/cubes/integration/kasi"
import llm from "cubular/cubes/integration/llm"
import llmStream from "cubular/cubes/integration/llm-stream"
import format from "cubular/cubes/json/format"
import get from "cubular/cubes/json/get"
import mergeJson from "cubular/cubes/json/merge"
import parse from "cubular/cubes/json/parse"
import pick from "cubular/cubes/json/pick"
import analysis from "cubular/cubes/saju/analysis"
import calendar from "cubular/cubes/saju/calendar"
import compact from "cubular/cubes/saju/compact"
import compatibility from "cubular/cubes/saju/compatibility"
import interpretation from "cubular/cubes/saju/interpretation"
import luck from "cubular/cubes/saju/luck"
import pillars from "cubular/cubes/saju/pillars"
import render from "cubular/cubes/saju/render"
import join from "cubular/cubes/text/join"
import split from "cubular/cubes/text/split"
import template from "cubular/cubes/text/template"
import upper from "cubular/cubes/text/upper"

const cubes = [
  analysis,
  calendar,
  compact,
  compatibility,
  interpretation,
  luck,
  render,
  batch,
  branch,
  delay,
  format,
  get,
  filter,
  loop,
  race,
  reduce,
  retryUntil,
  toWays,
  join,
  map,
  mergeFlows,
  mergeJson,
  parse,
  pick,
  pillars,
  request,
  send,
  geocode,
  kasi,
  llm,
  llmStream,
  split,
  template,
  upper,
  window,
  tee,
  partition,
  toItems,
  eachItem,
  collect,
  gzip,
  gunzip,
  backup,
  blobs,
  cacheData,
  exportData,
  importData,
  journal,
  kv,
  queue,
  records,
  restore,
  replica,
  search,
  sync,
]

/** Every cube shipped, imported outright (a Worker's bundle holds them all anyway), and the compositions shipped. */
export const registry: Registry = createRegistry([...cubes, ...catalog.documents()])
