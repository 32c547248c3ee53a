import HeedTesting
import NIOCore
import NIOHTTP1
import NIOWebSocket

extension Server {
  typealias Events = AsyncStream<(event: String, payload: String)>

  /// Server-sent events, with the heartbeat that Mastodon sends between them
  /// (https://docs.joinmastodon.org/methods/streaming/#events).
  func tell(
    _ events: Events,
    over out: NIOAsyncChannelOutboundWriter<HTTPPart<HTTPResponseHead, ByteBuffer>>
  ) async throws {
    let head = HTTPResponseHead(
      version: .http1_1, status: .ok,
      headers: ["Content-Type": "text/event-stream", "Cache-Control": "no-store"])
    try await out.write(contentsOf: [.head(head), .body(ByteBuffer(string: ":)\n"))])
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for await (event, payload) in events {
          let text = "event: \(event)\ndata: \(payload)\n\n"
          try await out.write(.body(ByteBuffer(string: text)))
        }
      }
      group.addTask {
        while true {
          try await Task.sleep(for: .seconds(15))
          try await out.write(.body(ByteBuffer(string: ":thump\n")))
        }
      }
      // The stream ends by being cut or by its reader's leaving; both end the connection.
      try await group.next()
      group.cancelAll()
    }
  }

  /// A WebSocket; pings are answered, and everything else from the other side is passed over.
  func tell(_ events: Events, over socket: Socket) async throws {
    try await socket.executeThenClose { frames, out in
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for await (event, payload) in events {
            let message: JSONValue = [
              "stream": ["user"], "event": .text(event), "payload": .text(payload),
            ]
            let text = ByteBuffer(string: message.rendered)
            try await out.write(WebSocketFrame(fin: true, opcode: .text, data: text))
          }
        }
        group.addTask {
          for try await frame in frames {
            switch frame.opcode {
            case .ping:
              try await out.write(
                WebSocketFrame(fin: true, opcode: .pong, data: frame.unmaskedData))
            case .connectionClose: return
            default: break
            }
          }
        }
        try await group.next()
        group.cancelAll()
      }
    }
  }
}
