import CGumbo

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The memory of one parse, and the end of its patience.
///
/// Attacks that it stops: markup that makes the parser copy open formatting into every paragraph
/// (memory by the square), deep nesting and tags of a hundred thousand attributes, which it
/// searches again and again (time by the square), and trees so deep that its recursive clean-up
/// overflows the stack: everything is freed at once here and `gumbo_destroy_output` is never called.
/// Nothing is freed before that, so that the parser cannot use what it has freed.
final class ParseBudget {
  static let bytes = 64 << 20
  /// Thread time, not wall time: an honest text on a busy machine is not cut. It takes milliseconds.
  static let seconds = 0.5
  private static let chunk = 1 << 16

  /// Read by the parser between two tokens; handed to it by address.
  let options: UnsafeMutablePointer<GumboOptions>
  private(set) var isSpent = false
  /// What is being parsed.
  var input: UnsafeMutableRawBufferPointer?
  private var chunks: [UnsafeMutableRawPointer] = []
  private var next: UnsafeMutableRawPointer?
  private var left = 0
  private var used = 0
  private var calls = 0
  private var overtime = 0
  private let start = ParseBudget.threadSeconds()

  init() {
    options = .allocate(capacity: 1)
    options.initialize(
      to: GumboOptions(
        allocator: { budget, size in
          Unmanaged<ParseBudget>.fromOpaque(budget!).takeUnretainedValue().allocate(size)
        },
        deallocator: { _, _ in },
        userdata: nil, tab_stop: 8, stop_on_first_error: false, max_errors: 0,
        fragment_context: GUMBO_TAG_LAST, fragment_namespace: GUMBO_NAMESPACE_HTML))
    options.pointee.userdata = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit {
    for chunk in chunks { chunk.deallocate() }
    options.deinitialize(count: 1)
    options.deallocate()
  }

  private func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    calls += 1
    used += size
    if !isSpent, used > Self.bytes || calls & 0xFF == 0 && isLate {
      stop()
    }
    if isSpent {
      overtime += 1
      if overtime == 1_000 { endTag() }
    }
    let size = (size + 15) & ~15
    if size > Self.chunk / 4 {
      let own = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
      chunks.append(own)
      return own
    }
    if size > left {
      let fresh = UnsafeMutableRawPointer.allocate(byteCount: Self.chunk, alignment: 16)
      chunks.append(fresh)
      next = fresh
      left = Self.chunk
    }
    let place = next!
    next = place + size
    left -= size
    return place
  }

  /// The parser ends before its next token once there was an error, and `HTMLTree` sees to it that
  /// there was one.
  private func stop() {
    isSpent = true
    options.pointee.stop_on_first_error = true
  }

  /// So much memory after `stop` means a tag that goes on and on: it ends at a `>` now.
  ///
  /// The parser insists on finding again the `<` where it began. Other tokens never get here, and
  /// must not: the parser trusts what it has looked at before to be the same.
  private func endTag() {
    guard let input else { return }
    for index in input.indices where input[index] != UInt8(ascii: "<") {
      input[index] = UInt8(ascii: ">")
    }
  }

  private var isLate: Bool { Self.threadSeconds() - start > Self.seconds }

  private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
