/** Rules of `outgoing_address_refused`; `not_an_address`: no URL at all. */
type Rule =
  | "not_an_address"
  | "scheme"
  | "user_info"
  | "ip_address"
  | "private_name"
  | "malformed_name"
  | "address_in_name"

/** 127.0.0.1 and 169.254.169.254 in the spellings URL parsers and resolvers have taken for it. */
const addresses = [
  ...["127.0.0.1", "127.1", "127.0.1", "127.000.000.001", "0177.0.0.1", "0177.0.0.01", "0x7f.0.0.1", "0x7f.1"],
  ...["2130706433", "0x7f000001", "0x7F000001", "017700000001", "00000000177.0.0.1", "0x7f.0x0.0x0.0x1", "127.0.0.1."],
  ...["127.255.255.254", "127.127.127.127", "0", "0.0.0.0", "0x0", "00", "0.0", "255.255.255.255", "4294967295"],
  ...["１２７.０.０.１", "127。0。0。1", "①②⑦.⓪.⓪.①", "127．0．0．1", "%31%32%37.0.0.1", "127%2e0%2e0%2e1"],
  ...["169.254.169.254", "2852039166", "0xa9fea9fe", "025177524776", "0xa9.0xfe.0xa9.0xfe", "0251.0376.0251.0376"],
  ...["169.254.43518", "0xa9.254.0251.254", "169.16689662", "169.254.169.254.", "１６９.２５４.１６９.２５４"],
  ...["169.254.170.2", "100.100.100.200", "192.0.0.192", "168.63.129.16", "169.254.0.1"],
  ...["10.0.0.1", "10.1", "10.255.255.255", "012.0.0.1", "167772161", "0xa000001", "172.16.0.1", "172.31.255.255"],
  ...["192.168.0.1", "192.168.1", "3232235521", "0xc0a80001", "0300.0250.0.1", "192.168.65281"],
  ...["100.64.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1"],
  ...["8.8.8.8", "1.1.1.1", "1.1", "134744072", "93.184.216.34"],
  ...["[::1]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]", "[::]", "[::0001]"],
  ...["[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::FFFF:7F00:0001]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]"],
  ...["[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]", "[::169.254.169.254]", "[fe80::1]", "[fe80::a9fe:a9fe]"],
  ...["[64:ff9b::7f00:1]", "[64:ff9b::169.254.169.254]", "[2002:7f00:1::]", "[2002:a9fe:a9fe::1]", "[2001::1]"],
  ...["[fc00::1]", "[fd00::1]", "[fd00:ec2::254]", "[fd12:3456:789a:1::1]", "[fec0::1]", "[ff02::1]", "[ff0e::1]"],
  ...["[2606:4700:4700::1111]", "[2001:db8::1]", "[100::1]"],
]

const privateNames = [
  ...[
    "localhost",
    "LOCALHOST",
    "LocalHost",
    "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
    "ｌｏｃａｌｈｏｓｔ",
    "local\u00adhost",
    "%6c%6f%63%61%6c%68%6f%73%74",
  ],
  ...["app.localhost", "a.b.localhost", "localhost.localdomain", "ip6-localhost", "loopback", "broadcasthost"],
  ...["metadata", "metadata.google.internal", "METADATA.GOOGLE.INTERNAL", "metadata.goog", "instance-data"],
  ...[
    "instance-data.ec2.internal",
    "ip-10-0-0-1.ec2.internal",
    "metadata.tencentyun.com",
    "metadata.platformequinix.com",
    "metadata.packet.net",
    "metadata.scaleway.com",
    "metadata.vultr.com",
  ],
  ...["host.docker.internal", "gateway.docker.internal", "kubernetes.docker.internal", "vault.internal", "a.internal"],
  ...["kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local", "x.svc"],
  ...["router", "wpad", "intranet", "db", "redis", "a.intranet", "printer.local", "raspberrypi.local", "nas.lan"],
  ...["router.home", "router.home.arpa", "wiki.corp", "mail.private", "srv.consul", "1.0.0.127.in-addr.arpa"],
  ...["example.invalid", "service.invalid", "a.test", "site.onion", "metadata。google。internal", "xn--localhost-"],
].filter((name) => name !== "kubernetes.default" && name !== "xn--localhost-")

/** A name of so many characters; DNS takes 253. */
const nameOf = (length: number): string => "a.example".padStart(length, `${"b".repeat(59)}.`)

const malformed = [
  ...[
    "localhost.",
    "metadata.google.internal.",
    "a.example.",
    "a.example..",
    ".a.example",
    "a..example",
    "a.localhost.",
  ],
  ...["-a.example", "a-.example", "a*.example", "a.1x", "a.ex_ample", "a.e", "xn--a.-b", "a~b.example", "a!b.example"],
  ...[`${"a".repeat(64)}.example`, `${"a.".repeat(130)}example`, nameOf(254), "a.example。"],
]

const namesWithAddress = [
  ...["127.0.0.1.nip.io", "169-254-169-254.nip.io", "a9fea9fe.nip.io", "nip.io", "10.0.0.1.sslip.io", "www.sslip.io"],
  ...["127.0.0.1.xip.io", "localtest.me", "a.localtest.me", "lvh.me", "x.lvh.me", "vcap.me", "lacolhost.com"],
  ...["localho.st", "local.gd", "127-0-0-1.traefik.me", "7f000001.a9fea9fe.rbndr.us", "make-1.2.3.4-rebind.1u.ms"],
  ...["10-0-0-1.backname.io", "fuf.me", "a.fuf.me"],
]

const otherAddresses: readonly (readonly [string, Rule])[] = [
  ...(
    [
      ...[
        "https://user@a.example/",
        "https://user:pass@a.example/",
        "https://:pass@a.example/",
        "https://a.example@b.example/",
      ],
      ...["https://a.example:443@127.0.0.1/", "https://a.example%40b.example:x@c.example/", "https://a@b@c.example/"],
      ...["https://a.example\u0009@b.example/", "https://u@localhost/", "https://169.254.169.254@a.example/"],
    ] as const
  ).map((address) => [address, "user_info"] as const),
  ...(
    [
      ...["http://a.example/", "HTTP://a.example/", "http://localhost/", "http://127.0.0.1/", "ftp://a.example/"],
      ...["file:///etc/passwd", "data:text/plain,a", "blob:https://a.example/x", "ws://a.example/", "wss://a.example/"],
      ...[
        "gopher://a.example/",
        "javascript:alert(1)",
        "view-source:https://a.example",
        "about:blank",
        "dict://a.example/",
      ],
      ...[
        "jar:https://a.example!/",
        "ldap://a.example/",
        "unix:/var/run/docker.sock",
        "http://169.254.169.254/latest/",
      ],
    ] as const
  ).map((address) => [address, "scheme"] as const),
  ...(
    [
      ...["https://", "https:///", "https://a b.example/", "https://256.0.0.1/", "https://[::1/", "https://[::g]/"],
      ...[
        "https://1.2.3.4.5/",
        "https://0x100000000/",
        "https://a.example:99999/",
        "https://[fe80::1%25eth0]/",
        "//a.example",
      ],
      ...["https://a.0x7f/", "https://%00localhost/", "https://a<b.example/", "a.example", ""],
    ] as const
  ).map((address) => [address, "not_an_address"] as const),
  ["https:/\\127.0.0.1/", "ip_address"],
  ["https:127.0.0.1", "ip_address"],
  ["https:\\\\localhost\\a", "private_name"],
  [" https://localhost/ ", "private_name"],
  ["ht\ntps://local\thost/", "private_name"],
  ["https://127.0.0.1:8443/", "ip_address"],
  ["https://127.0.0.1#@a.example/", "ip_address"],
  ["https://127.0.0.1?@a.example/", "ip_address"],
  ["https://127.0.0.1\\@a.example/", "ip_address"],
]

/** Addresses of public services. */
export const publicAddresses: readonly string[] = [
  ...["https://a.example/", "https://A.EXAMPLE/", "https://a.example:8443/x", "https://apis.data.go.kr/B090041/a?b=c"],
  ...["https://한국.example/", "https://www.천문연.한국/", "https://xn--3e0b707e.example/", "https://a_b.example/"],
  ...[
    "https://localhost.example/",
    "https://internal.example/",
    "https://127.0.0.1.example/",
    "https://a.example/@localhost",
    `https://${nameOf(253)}/`,
  ],
  ...[
    "https://a.example/#@127.0.0.1",
    "https://a.example//127.0.0.1/",
    "https://10.example.com/",
    "https://0x7f.example/",
  ],
]

/** Addresses no request may be let out to, each with the rule it breaks where that does not depend on the reading. */
export const refusedAddresses: readonly (readonly [address: string, rule: Rule | undefined])[] = [
  ...addresses.map((name) => [`https://${name}/`, name.endsWith(".") ? undefined : "ip_address"] as const),
  ...privateNames.map((name) => [`https://${name}/`, "private_name"] as const),
  ...malformed.map((name) => [`https://${name}/`, "malformed_name"] as const),
  ...namesWithAddress.map((name) => [`https://${name}/`, "address_in_name"] as const),
  ...otherAddresses,
] as const
