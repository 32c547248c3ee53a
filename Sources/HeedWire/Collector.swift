import AsyncHTTPClient
import HeedModel
import HeedNetwork
import NIOCore
import NIOHTTP1
import Synchronization

/// Reads one whole answer within its limits, and remembers how far the exchange came.
final class Collector: HTTPClientResponseDelegate {
  typealias Response = Void

  private struct State {
    var isSent = false
    var head: HTTPResponseHead?
    var body: [UInt8] = []
  }

  private let state = Mutex(State())
  private let host: String
  private let isBodiless: Bool
  private let maximumBytes: Int
  private let limits: WireLimits

  init(host: String, method: WireRequest.Method, maximumBytes: Int, limits: WireLimits) {
    self.host = host
    isBodiless = method == .head
    self.maximumBytes = maximumBytes
    self.limits = limits
  }

  /// Whether a byte of the request may have left.
  var isSent: Bool { state.withLock { $0.isSent } }
  var hasHead: Bool { state.withLock { $0.head != nil } }

  /// Answers that have no body are whole with their head, whatever comes behind it: a 304 that
  /// names gzip, or a 202 of no bytes, makes the decompressor wait for what never comes.
  var isWhole: Bool {
    state.withLock { state in
      guard let head = state.head else { return false }
      return isBodiless || head.status.code == 204 || head.status.code == 304
        || head.headers.first(name: "Content-Length") == "0"
    }
  }

  func answer() -> (status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
    state.withLock { state in
      let head = state.head
      let headers = head.map(AnswerHead.headers) ?? []
      return (Int(head?.status.code ?? 0), headers, state.body)
    }
  }

  func didSendRequestHead(task: HTTPClient.Task<Void>, _ head: HTTPRequestHead) {
    state.withLock { $0.isSent = true }
  }

  func didReceiveHead(
    task: HTTPClient.Task<Void>, _ head: HTTPResponseHead
  ) -> EventLoopFuture<Void> {
    state.withLock { $0.head = head }
    do {
      try AnswerHead.check(head, of: host, limits: limits, encodings: ["gzip", "deflate"])
    } catch {
      return task.eventLoop.makeFailedFuture(error)
    }
    // Said in advance: nothing of it has to be read. Decompressed it can only be more.
    if !isWhole, let length = head.headers.first(name: "Content-Length").flatMap(Int.init),
      length > maximumBytes, head.headers["Content-Encoding"].isEmpty
    {
      return task.eventLoop.makeFailedFuture(Faults.tooLarge(host, maximumBytes))
    }
    return task.eventLoop.makeSucceededVoidFuture()
  }

  func didReceiveBodyPart(
    task: HTTPClient.Task<Void>, _ buffer: ByteBuffer
  ) -> EventLoopFuture<Void> {
    let fits = state.withLock { state in
      guard state.body.count + buffer.readableBytes <= maximumBytes else { return false }
      state.body.append(contentsOf: buffer.readableBytesView)
      return true
    }
    return fits
      ? task.eventLoop.makeSucceededVoidFuture()
      : task.eventLoop.makeFailedFuture(Faults.tooLarge(host, maximumBytes))
  }

  func didFinishRequest(task: HTTPClient.Task<Void>) throws {}
}

/// What every answer's head has to keep to.
enum AnswerHead {
  static func check(
    _ head: HTTPResponseHead, of host: String, limits: WireLimits, encodings: Set<String>
  ) throws {
    let bytes = head.headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
    guard head.headers.count <= limits.headers, bytes <= limits.headerBytes else {
      throw WireError(
        .tooLarge, "\(host) sent more headers than anybody needs.", certainlyNotSent: false)
    }
    // The decompressor undoes exactly one layer, named in exactly one way. What is no packing at
    // all ("none", "utf-8", the name of a charset) packs nothing: browsers read on as well.
    let encoding = head.headers["Content-Encoding"].map { $0.lowercased() }
      .filter { !$0.isEmpty && !isNoPacking($0) }
    guard encoding.isEmpty || (encoding.count == 1 && encodings.contains(encoding[0])) else {
      throw WireError(
        .malformed, "\(host) sent its answer packed in a way that was not asked for.",
        certainlyNotSent: false)
    }
  }

  /// Whether a word stands for none of the packings that anybody registered, nor for several of
  /// them (https://www.iana.org/assignments/http-parameters, Content Coding). The old name of
  /// gzip is here too: servers put it on files that are gzip by themselves, and hand them out as
  /// they are (RFC 9110, 8.4.1.3); the decompressor does not know it, who reads files does.
  private static func isNoPacking(_ word: String) -> Bool {
    guard !word.contains(",") else { return false }
    return ![
      "aes128gcm", "br", "compress", "dcb", "dcz", "deflate", "exi", "gzip", "pack200-gzip",
      "x-compress", "zstd",
    ].contains(word)
  }

  /// As the caller sees them: the packing is gone, and so is what described it.
  static func headers(_ head: HTTPResponseHead) -> [(name: String, value: String)] {
    let isPacked = head.headers.contains(name: "Content-Encoding")
    return head.headers.compactMap { name, value in
      let lower = name.lowercased()
      if isPacked, lower == "content-encoding" || lower == "content-length" { return nil }
      return (name, value)
    }
  }
}
