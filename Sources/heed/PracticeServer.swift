import ArgumentParser
import HTTPTypes
import HeedModel
import HeedNetwork
import Hummingbird
import Logging
import NIOCore
import PracticeNetwork
import ServiceLifecycle

/// The practice network's far side as a process of its own, with its own log of what it accepted.
struct PracticeServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice-server",
    abstract: "Run the practice network's far side as a process of its own.")

  @Option(help: "Port on 127.0.0.1.") var port = 8090
  @Option(help: "File with the log of what it accepted; gone on with when it exists.")
  var journal = "practice.jsonl"
  @Option(help: "The same seed tells the same story.") var seed: UInt64 = 1
  @Option(help: "How much faster than life people live.") var pace: Double = 1
  @Flag(help: "Nobody says anything by themselves.") var quiet = false
  @Flag(help: "Ignore the keys of messages, as some servers do.") var keyless = false

  func run() async throws {
    let service = try PracticeService(
      settings: PracticeSettings(
        seed: seed, pace: pace, history: quiet ? .zero : .days(2), isQuiet: quiet,
        keyLife: keyless ? nil : .hours(1)),
      clock: SystemClock(), journal: PracticeJournal(path: journal))
    let router = Router()
    for method in [HTTPRequest.Method.get, .post, .put, .delete, .patch] {
      router.on("**", method: method) { request, _ in
        try await PracticeBinding(service: service).respond(to: request)
      }
    }
    let port = port
    let application = Application(
      router: router,
      configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil),
      onServerRunning: { _ in
        Terminal.say("The practice network is open at http://127.0.0.1:\(port)")
      })
    try await application.runService()
  }
}

/// Carries requests to the far side and its answers back, faults included.
struct PracticeBinding {
  var service: PracticeService

  struct Cut: Error {}

  func respond(to request: Request) async throws -> Response {
    let body = try await request.body.collect(upTo: 8 << 20)
    let method = WireRequest.Method(rawValue: request.method.rawValue) ?? .get
    let wanted = WireRequest(
      method, "http://practice" + request.uri.string,
      headers: request.headers.map { (name: $0.name.rawName, value: $0.value) },
      body: Array(body.readableBytesView))
    let answer = await service.handle(wanted)
    if answer.after > .zero { try await Task.sleep(for: answer.after) }
    switch answer.outcome {
    case .answer(let response):
      var headers = HTTPFields()
      for header in response.headers {
        if let name = HTTPField.Name(header.name) { headers[name] = header.value }
      }
      return Response(
        status: .init(code: response.status), headers: headers,
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: response.body)))
    case .cut:
      // A body that fails at once closes the connection without an end.
      return Response(status: .ok, body: ResponseBody { _ in throw Cut() })
    case .events(let events):
      return Response(
        status: .ok, headers: [.contentType: "text/event-stream"],
        body: ResponseBody { writer in
          for try await event in events {
            try await writer.write(ByteBuffer(string: event.wireText))
          }
          try await writer.finish(nil)
        })
    }
  }
}
