import CGMime

/// The library that takes mails apart (GMime), made ready once.
///
/// Its objects belong to one thread at a time, and none leaves the call that made it. What they share (the table of
/// types, character sets) is guarded by the library itself once it is made ready.
enum MimeLibrary {
  private static let ready: Void = g_mime_init()

  static func makeReady() { _ = ready }

  static func string(_ text: UnsafePointer<CChar>?) -> String? {
    text.map { String(cString: $0) }
  }

  /// A text that the library made for us, which is ours to free.
  static func owned(_ text: UnsafeMutablePointer<CChar>?) -> String? {
    guard let text else { return nil }
    defer { g_free(text) }
    return String(cString: text)
  }

  static func `is`(_ object: UnsafeMutableRawPointer, _ type: GType) -> Bool {
    g_type_check_instance_is_a(object.assumingMemoryBound(to: GTypeInstance.self), type) != 0
  }

  /// Bytes as the library takes them: a stream of its own copy.
  static func stream(_ bytes: [UInt8]) -> UnsafeMutablePointer<GMimeStream>? {
    bytes.withUnsafeBytes {
      g_mime_stream_mem_new_with_buffer(
        $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
  }

  /// The bytes behind a transfer encoding, up to a limit.
  static func decoded(
    _ content: UnsafeMutablePointer<GMimeDataWrapper>, limit: Int
  ) -> (bytes: [UInt8], isWhole: Bool) {
    guard let target = g_mime_stream_mem_new() else { return ([], true) }
    defer { g_object_unref(target) }
    g_mime_data_wrapper_write_to_stream(content, target)
    let memory = UnsafeMutableRawPointer(target).assumingMemoryBound(to: GMimeStreamMem.self)
    guard let array = g_mime_stream_mem_get_byte_array(memory), let data = array.pointee.data else {
      return ([], true)
    }
    let count = Int(array.pointee.len)
    let kept = UnsafeBufferPointer(start: data, count: min(count, limit))
    return (Array(kept), count <= limit)
  }
}
