import HeedModel
import HeedNetwork
import HeedWire
import Testing

@Suite struct GuardTests {
  /// Spellings of addresses that nobody outside may reach through the desk.
  static let forms: [String] = {
    var hosts: [String] = []
    let numbers: [[UInt32]] = [
      [127, 0, 0, 1], [127, 255, 0, 3], [10, 0, 0, 1], [10, 255, 255, 255], [172, 16, 0, 1],
      [172, 31, 255, 254], [192, 168, 0, 1], [192, 168, 255, 255], [169, 254, 169, 254],
      [169, 254, 1, 1], [100, 64, 0, 1], [100, 127, 255, 255], [0, 0, 0, 0], [0, 1, 2, 3],
      [224, 0, 0, 1], [239, 255, 255, 255], [240, 0, 0, 1], [255, 255, 255, 255],
      [192, 0, 0, 192], [192, 0, 2, 1], [198, 51, 100, 7], [203, 0, 113, 9], [198, 18, 0, 1],
      [198, 19, 255, 255], [192, 88, 99, 1], [100, 100, 100, 200], [168, 63, 129, 16],
    ]
    for n in numbers {
      let whole = n.reduce(0) { $0 << 8 | $1 }
      let hex = String(whole, radix: 16)
      hosts += [
        n.map(String.init).joined(separator: "."),
        n.map(String.init).joined(separator: ".") + ".",
        n.map { "0x" + String($0, radix: 16) }.joined(separator: "."),
        n.map { "0" + String($0, radix: 8) }.joined(separator: "."),
        "\(whole)", "0x\(hex)", "0X00000\(hex)", "0" + String(whole, radix: 8),
        "\(n[0]).\(n[1] << 16 | n[2] << 8 | n[3])", "\(n[0]).\(n[1]).\(n[2] << 8 | n[3])",
        "[::ffff:\(n.map(String.init).joined(separator: "."))]",
        "[::\(n.map(String.init).joined(separator: "."))]",
        "[64:ff9b::\(n.map(String.init).joined(separator: "."))]",
        "[64:ff9b:1::\(n.map(String.init).joined(separator: "."))]",
        "[2002:\(String(whole >> 16, radix: 16)):\(String(whole & 0xffff, radix: 16))::1]",
        "[2a00:1::5efe:\(n.map(String.init).joined(separator: "."))]",
        n.map(String.init).joined(separator: "。"), n.map(String.init).joined(separator: "．"),
        String(
          String.UnicodeScalarView(
            n.map(String.init).joined(separator: ".").unicodeScalars.map {
              $0 == "." ? "｡" : (Unicode.Scalar($0.value - 48 + 0xff10) ?? $0)
            })),
      ]
    }
    hosts += [
      "127.1", "0x7f.1", "0177.1", "127.0x1", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[fe80::1]",
      "[febf::1]", "[fc00::1]", "[fd12:3456::1]", "[fd00:ec2::254]", "[ff02::1]", "[fec0::1]",
      "[100::1]", "[2001::1]", "[2001:2::1]", "[2001:10::1]", "[2001:db8::1]", "[3fff::1]",
      "[5f00::1]", "[3ffe::1]", "[4000::1]", "[::ffff:7f00:1]", "[::7f00:1]", "[64:ff9b::7f00:1]",
      "[64:ff9b:1::a00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "[fe80::1%25lo]",
      "[::1%25lo]", "[::ffff:0:127.0.0.1]", "localhost", "LOCALHOST", "localhost.", "a.localhost",
      "router.local", "db.internal", "metadata.google.internal", "nas.lan", "x.home.arpa",
      "printer", "x.corp", "ⓛocalhost", "ｌｏｃａｌｈｏｓｔ", "1.2.3.4.5", "256.1.1.1", "1.2.3.999", "0x",
      "127.0.0.1..", "127..0.1", ".127.0.0.1", "%31%32%37.0.0.1", "127.0.0.1%00.example.org",
      "example.org@127.0.0.1", "user:pass@127.0.0.1", "127.0.0.1\\@example.org",
      "127.0.0.1\texample.org", "4294967295", "4294967296", "08.1.1.1",
    ]
    return hosts
  }()

  @Test func noSpellingOfAPrivateAddressIsAsked() async throws {
    try #require(Self.forms.count >= 300)
    try await PlainServer.playing { _ in
    } body: { server in
      try await Bench.with(Bench(allowed: [])) { bench in
        for host in Self.forms {
          for port in [":\(server.port)", ""] {
            let fault = await bench.fault(
              WireRequest(.get, "http://\(host)\(port)/", timeout: .seconds(20)))
            #expect(fault?.kind == .forbidden, "\(host)\(port): \(String(describing: fault))")
            #expect(fault?.certainlyNotSent == true, "\(host)")
          }
        }
        #expect(server.connections == 0)
      }
    }
  }

  @Test(arguments: [
    "ftp://example.org/", "file:///etc/passwd", "gopher://127.0.0.1/", "example.org", "",
    "javascript:alert(1)", "http:/example.org", "http:example.org", "http://", "https:///x",
    "ws://example.org/", "http://example.org:0/", "http://example.org:65536/",
    "http://example.org:-1/", "http://exa mple.org/", "http://example.org:80:80/",
    "http://example.org\r\nX: y/", "unix:///run/x.sock", "http+unix://%2Frun/x",
  ])
  func whatIsNoWebAddressIsRefused(_ address: String) async throws {
    try await Bench.with(Bench()) { bench in
      let fault = await bench.fault(WireRequest(.get, address))
      #expect(fault?.kind == .forbidden)
      #expect(fault?.certainlyNotSent == true)
    }
  }

  @Test func portsOfOtherServicesAreRefusedUnlessTheyAreWrittenDown() async throws {
    let resolver = ScriptedResolver([["127.0.0.1"]])
    try await Bench.with(Bench(allowed: ["desk.lan", "mail.lan:25"], resolver: resolver)) {
      for port in [22, 25, 6379, 5432, 3306, 11211, 27017] {
        let fault = await $0.fault(WireRequest(.get, "http://desk.lan:\(port)/"))
        #expect(fault?.kind == .forbidden)
      }
      #expect(resolver.questions == 0)
      let fault = await $0.fault(WireRequest(.get, "http://mail.lan:25/", timeout: .seconds(20)))
      #expect(fault?.kind == .unreachable)
    }
  }

  @Test func aNameIsRefusedWhenAnyOfItsAddressesIsPrivate() async throws {
    for answer in [["127.0.0.1"], ["93.184.215.14", "10.0.0.1"], ["2a00:1450::1", "::1"]] {
      let bench = Bench(allowed: [], resolver: ScriptedResolver([answer]))
      try await Bench.with(bench) {
        let fault = await $0.fault(WireRequest(.get, "https://rebind.example.com/"))
        #expect(fault?.kind == .forbidden)
        #expect(fault?.certainlyNotSent == true)
      }
    }
  }

  /// The name answers with an allowed address first and another one later: the connection goes to
  /// the address that was checked, and nothing asks again in between.
  @Test func theConnectionGoesToTheAddressThatWasChecked() async throws {
    try await PlainServer.answering { _, it in
      it.answer(text: "checked")
    } body: { server in
      let resolver = ScriptedResolver([["127.0.0.1"], ["127.0.0.66"]])
      try await Bench.with(Bench(allowed: ["own.example.com"], resolver: resolver)) { bench in
        let answer = try await bench.wire.send(
          WireRequest(.get, "http://own.example.com:\(server.port)/"))
        #expect(answer.body == Array("checked".utf8))
        #expect(resolver.questions == 1)
        #expect(header("host", of: server.heads[0]) == "own.example.com:\(server.port)")
      }
    }
  }

  @Test func aNameThatTurnsPrivateIsRefusedTheNextTime() async throws {
    let resolver = ScriptedResolver([["192.0.2.1"], ["127.0.0.1"]])
    try await PlainServer.playing { _ in
    } body: { server in
      try await Bench.with(Bench(allowed: [], resolver: resolver)) { bench in
        for _ in 0..<2 {
          bench.clock.move(by: .minutes(5))
          let fault = await bench.fault(
            WireRequest(.get, "http://turn.example.com:\(server.port)/"))
          #expect(fault?.kind == .forbidden)
        }
        #expect(resolver.questions == 2)
        #expect(server.connections == 0)
      }
    }
  }

  @Test func anAllowedHostIsAllowedByItsNameAndPortAlone() async throws {
    try await PlainServer.answering { _, it in
      it.answer(text: "ours")
    } body: { server in
      let port = server.port
      let resolver = ScriptedResolver([["127.0.0.1"]])
      try await Bench.with(Bench(allowed: ["our.lan:\(port)"], resolver: resolver)) { bench in
        let answer = try await bench.wire.send(WireRequest(.get, "http://our.lan:\(port)/"))
        #expect(answer.status == 200)
        for host in ["other.lan:\(port)", "a.our.lan:\(port)", "127.0.0.1:\(port)", "our.lan"] {
          let fault = await bench.fault(WireRequest(.get, "http://\(host)/"))
          #expect(fault?.kind == .forbidden, "\(host)")
        }
        #expect(server.connections == 1)
      }
    }
  }

  @Test func noHostIsAllowedToBeAMetadataService() async throws {
    for address in ["169.254.169.254", "fd00:ec2::254", "100.100.100.200", "0.0.0.0", "224.0.0.1"] {
      let bench = Bench(allowed: ["our.lan"], resolver: ScriptedResolver([[address]]))
      try await Bench.with(bench) {
        let fault = await $0.fault(WireRequest(.get, "http://our.lan/"))
        #expect(fault?.kind == .forbidden, "\(address)")
      }
    }
  }

  @Test func librariesGetAddressesThatWereChecked() async throws {
    let resolver = ScriptedResolver([["93.184.215.14", "2a00:1450::1"], ["10.1.1.1"]])
    try await Bench.with(Bench(allowed: [], resolver: resolver)) { bench in
      let found = try await bench.wire.approve("mail.example.com", port: 993)
      #expect(found.addresses == [IPAddress("93.184.215.14"), IPAddress("2a00:1450::1")])
      #expect(found.host == "mail.example.com")
      bench.clock.move(by: .minutes(5))
      for (host, port) in [
        ("mail.example.com", 993), ("127.0.0.1", 993), ("::1", 993), ("mail.example.com", 6379),
      ] {
        let error = await #expect(throws: WireError.self) {
          _ = try await bench.wire.approve(host, port: port)
        }
        #expect(error?.kind == .forbidden)
      }
    }
  }
}
