import HeedNetwork
import NIOCore
import NIOHTTP1

/// One request, gathered from its parts.
struct Asked {
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []

  /// - Returns: the whole request, with its last part.
  mutating func take(_ part: HTTPServerRequestPart) -> (HTTPRequestHead, [UInt8])? {
    switch part {
    case .head(let head):
      self.head = head
      body = []
    case .body(let buffer): body += Array(buffer.readableBytesView)
    case .end:
      defer { head = nil }
      return head.map { ($0, body) }
    }
    return nil
  }
}

/// A whole answer as it is written.
struct Answered: Sendable {
  var head: HTTPResponseHead
  var body: ByteBuffer

  init(_ response: WireResponse, isHead: Bool) {
    var headers = HTTPHeaders()
    for header in response.headers { headers.add(name: header.name, value: header.value) }
    headers.replaceOrAdd(name: "Content-Length", value: String(response.body.count))
    head = HTTPResponseHead(
      version: .http1_1, status: .init(statusCode: response.status), headers: headers)
    body = ByteBuffer(bytes: isHead ? [] : response.body)
  }

  static func error(_ status: Int) -> Answered {
    Answered(
      WireResponse(
        status: status, headers: [("Content-Type", "application/json")],
        body: Array(#"{"error":"Not found"}"#.utf8), address: ""),
      isHead: false)
  }
}

extension NIOAsyncChannelOutboundWriter<HTTPPart<HTTPResponseHead, ByteBuffer>> {
  func write(_ answer: Answered) async throws {
    try await write(contentsOf: [.head(answer.head), .body(answer.body), .end(nil)])
  }
}

/// Lets answers be written as plain bytes.
final class PlainParts: ChannelOutboundHandler {
  typealias OutboundIn = HTTPPart<HTTPResponseHead, ByteBuffer>
  typealias OutboundOut = HTTPServerResponsePart

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let part: HTTPServerResponsePart =
      switch unwrapOutboundIn(data) {
      case .head(let head): .head(head)
      case .body(let buffer): .body(.byteBuffer(buffer))
      case .end(let trailers): .end(trailers)
      }
    context.write(wrapOutboundOut(part), promise: promise)
  }
}
