/// Writes pictures of up to sixteen colours as PNG (https://www.w3.org/TR/png-3/), without packing
/// them: they are small, and nothing else is needed for it.
enum PNG {
  /// - Parameters:
  ///   - pixels: row by row, each the number of a colour.
  ///   - colours: red, green and blue from 0 to 255; at most sixteen.
  static func bytes(width: Int, height: Int, pixels: [UInt8], colours: [(Int, Int, Int)])
    -> [UInt8]
  {
    var rows: [UInt8] = []
    for row in 0..<height {
      rows.append(0)
      for pair in stride(from: row * width, to: (row + 1) * width, by: 2) {
        let right = pair + 1 < (row + 1) * width ? pixels[pair + 1] : 0
        rows.append(pixels[pair] << 4 | right & 0x0F)
      }
    }
    let palette = colours.flatMap { [UInt8($0.0), UInt8($0.1), UInt8($0.2)] }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", big(width) + big(height) + [4, 3, 0, 0, 0]) + chunk("PLTE", palette)
      + chunk("IDAT", stored(rows)) + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + data
    return big(data.count) + named + big(Int(checksum(named)))
  }

  /// A zlib stream of blocks that are stored as they are (RFC 1950, RFC 1951 3.2.4).
  private static func stored(_ data: [UInt8]) -> [UInt8] {
    let most = 0xFFFF
    var stream: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: data.count, by: most) {
      let end = min(start + most, data.count)
      let length = UInt16(end - start)
      stream.append(end == data.count ? 1 : 0)
      for number in [length, ~length] {
        stream += [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
      }
      stream += data[start..<end]
    }
    let sums = data.reduce((one: 1, two: 0)) { sums, byte in
      let one = (sums.one + Int(byte)) % 65_521
      return (one, (sums.two + one) % 65_521)
    }
    return stream + big(sums.two << 16 | sums.one)
  }

  private static func checksum(_ data: [UInt8]) -> UInt32 {
    ~data.reduce(~UInt32(0)) { sum, byte in
      table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8
    }
  }

  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
  }

  private static func big(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
