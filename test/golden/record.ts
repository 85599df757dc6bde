import type { RunRecord } from "cubular"

/**
 * Snapshot: a record of a run that took something of everything a host gives, made by this project's own code in Node. It
 * must replay to the same fingerprint on every host. Renew with
 *
 *   node --conditions=cubular:source scripts/gen-fingerprints.ts
 *
 * in a commit of its own that says which behaviour changed.
 */
export const takenRecord = {
  "format": 1,
  "document": {
    "format": 1,
    "id": "taking",
    "version": "1.0.0",
    "cubes": {
      "one": {
        "use": "test/taker",
        "in": {
          "path": "@path"
        }
      },
      "two": {
        "use": "test/join",
        "in": {
          "path": "@path"
        },
        "after": [
          "one"
        ]
      },
      "late": {
        "use": "test/taker",
        "in": {
          "path": {
            "value": "/late"
          }
        },
        "when": "@more"
      }
    },
    "outputs": {
      "one": "one.body",
      "seen": "one.headers",
      "times": "one.times",
      "two": "two.statuses",
      "late": "late.status"
    }
  },
  "plan": "cffd7d5fb5b737d06a51a647b41bd2d3f291ab007eb652a9c8ae5382fb6379d8",
  "seed": "golden",
  "inputs": {
    "more": true,
    "path": "/first"
  },
  "steps": [
    {
      "path": "late",
      "outcome": "ok",
      "outputs": {
        "status": 503,
        "body": {
          "$bytes": [
            "u8",
            "AP/kBQ=="
          ]
        },
        "headers": [
          "application/octet-stream",
          "a, b"
        ],
        "drawn": [
          0.9576415809721025,
          637
        ],
        "id": "0b90ddc77255b5ef7d262f4b691d4dba",
        "times": [
          1700000000101,
          1700000000500,
          500
        ],
        "winner": "quick",
        "failure": "service_unreachable"
      },
      "host": [
        {
          "power": "clock.sleep",
          "value": 500,
          "done": 3
        },
        {
          "power": "random.below",
          "value": 101
        },
        {
          "power": "clock.sleep",
          "value": 101
        },
        {
          "power": "http.fetch",
          "done": 0,
          "status": 503,
          "headers": [
            [
              "content-type",
              "application/octet-stream"
            ],
            [
              "x-odd",
              "a, b"
            ]
          ],
          "body": {
            "$bytes": [
              "u8",
              "AP/kBQ=="
            ]
          }
        },
        {
          "power": "http.fetch",
          "failed": "service_unreachable",
          "done": 2,
          "retryable": true
        },
        {
          "power": "clock.now",
          "value": 1700000000101
        },
        {
          "power": "random.next",
          "value": 0.9576415809721025
        },
        {
          "power": "random.below",
          "value": 637
        },
        {
          "power": "ids.next",
          "value": "0b90ddc77255b5ef7d262f4b691d4dba"
        },
        {
          "power": "clock.now",
          "value": 1700000000500
        },
        {
          "power": "clock.monotonic",
          "value": 500
        }
      ]
    },
    {
      "path": "one",
      "outcome": "ok",
      "outputs": {
        "status": 200,
        "body": {
          "$bytes": [
            "u8",
            "AP/kBg=="
          ]
        },
        "headers": [
          "application/octet-stream",
          "a, b"
        ],
        "drawn": [
          0.5570824814319087,
          772
        ],
        "id": "bb49eb6bbbd44863e54fb7cb204e2208",
        "times": [
          1700000000006,
          1700000000500,
          500
        ],
        "winner": "quick",
        "failure": "service_unreachable"
      },
      "host": [
        {
          "power": "clock.sleep",
          "value": 500,
          "done": 3
        },
        {
          "power": "random.below",
          "value": 6
        },
        {
          "power": "clock.sleep",
          "value": 6
        },
        {
          "power": "http.fetch",
          "done": 0,
          "status": 200,
          "headers": [
            [
              "content-type",
              "application/octet-stream"
            ],
            [
              "x-odd",
              "a, b"
            ]
          ],
          "body": {
            "$bytes": [
              "u8",
              "AP/kBg=="
            ]
          }
        },
        {
          "power": "http.fetch",
          "failed": "service_unreachable",
          "done": 2,
          "retryable": true
        },
        {
          "power": "clock.now",
          "value": 1700000000006
        },
        {
          "power": "random.next",
          "value": 0.5570824814319087
        },
        {
          "power": "random.below",
          "value": 772
        },
        {
          "power": "ids.next",
          "value": "bb49eb6bbbd44863e54fb7cb204e2208"
        },
        {
          "power": "clock.now",
          "value": 1700000000500
        },
        {
          "power": "clock.monotonic",
          "value": 500
        }
      ]
    },
    {
      "path": "two",
      "outcome": "ok",
      "outputs": {
        "statuses": [
          [
            200,
            [
              0.3095587337544775,
              883
            ],
            "73f690ede123138ee26eeb6317dc2f3a",
            "quick"
          ],
          [
            200,
            [
              0.6806970938423323,
              157
            ],
            "40889ef1fef1b2252593ae95488da14c",
            "quick"
          ]
        ]
      }
    },
    {
      "path": "two>test/taker#0",
      "outcome": "ok",
      "outputs": {
        "status": 200,
        "body": {
          "$bytes": [
            "u8",
            "AP/kBg=="
          ]
        },
        "headers": [
          "application/octet-stream",
          "a, b"
        ],
        "drawn": [
          0.3095587337544775,
          883
        ],
        "id": "73f690ede123138ee26eeb6317dc2f3a",
        "times": [
          1700000000533,
          1700000001000,
          1000
        ],
        "winner": "quick",
        "failure": "service_unreachable"
      },
      "host": [
        {
          "power": "clock.sleep",
          "value": 500,
          "done": 3
        },
        {
          "power": "random.below",
          "value": 33
        },
        {
          "power": "clock.sleep",
          "value": 33
        },
        {
          "power": "http.fetch",
          "done": 0,
          "status": 200,
          "headers": [
            [
              "content-type",
              "application/octet-stream"
            ],
            [
              "x-odd",
              "a, b"
            ]
          ],
          "body": {
            "$bytes": [
              "u8",
              "AP/kBg=="
            ]
          }
        },
        {
          "power": "http.fetch",
          "failed": "service_unreachable",
          "done": 2,
          "retryable": true
        },
        {
          "power": "clock.now",
          "value": 1700000000533
        },
        {
          "power": "random.next",
          "value": 0.3095587337544775
        },
        {
          "power": "random.below",
          "value": 883
        },
        {
          "power": "ids.next",
          "value": "73f690ede123138ee26eeb6317dc2f3a"
        },
        {
          "power": "clock.now",
          "value": 1700000001000
        },
        {
          "power": "clock.monotonic",
          "value": 1000
        }
      ]
    },
    {
      "path": "two>test/taker#1",
      "outcome": "ok",
      "outputs": {
        "status": 200,
        "body": {
          "$bytes": [
            "u8",
            "AP/kBg=="
          ]
        },
        "headers": [
          "application/octet-stream",
          "a, b"
        ],
        "drawn": [
          0.6806970938423323,
          157
        ],
        "id": "40889ef1fef1b2252593ae95488da14c",
        "times": [
          1700000000606,
          1700000001000,
          1000
        ],
        "winner": "quick",
        "failure": "service_unreachable"
      },
      "host": [
        {
          "power": "clock.sleep",
          "value": 500,
          "done": 3
        },
        {
          "power": "random.below",
          "value": 106
        },
        {
          "power": "clock.sleep",
          "value": 106
        },
        {
          "power": "http.fetch",
          "done": 0,
          "status": 200,
          "headers": [
            [
              "content-type",
              "application/octet-stream"
            ],
            [
              "x-odd",
              "a, b"
            ]
          ],
          "body": {
            "$bytes": [
              "u8",
              "AP/kBg=="
            ]
          }
        },
        {
          "power": "http.fetch",
          "failed": "service_unreachable",
          "done": 2,
          "retryable": true
        },
        {
          "power": "clock.now",
          "value": 1700000000606
        },
        {
          "power": "random.next",
          "value": 0.6806970938423323
        },
        {
          "power": "random.below",
          "value": 157
        },
        {
          "power": "ids.next",
          "value": "40889ef1fef1b2252593ae95488da14c"
        },
        {
          "power": "clock.now",
          "value": 1700000001000
        },
        {
          "power": "clock.monotonic",
          "value": 1000
        }
      ]
    }
  ],
  "fingerprint": "e39e0bb6f507da091228ccb704c0dded0b174da668412c84b9d3f2bd99d7ec21"
} as unknown as RunRecord
