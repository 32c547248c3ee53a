/// A few flat colours, and shapes in them.
struct Canvas {
  let width: Int
  let height: Int
  private(set) var pixels: [UInt8]

  init(width: Int, height: Int, ground: UInt8 = 0) {
    self.width = width
    self.height = height
    pixels = Array(repeating: ground, count: width * height)
  }

  mutating func disc(_ x: Double, _ y: Double, _ radius: Double, _ colour: UInt8) {
    ring(x, y, 0...radius, colour)
  }

  mutating func ring(_ x: Double, _ y: Double, _ radii: ClosedRange<Double>, _ colour: UInt8) {
    fill(
      x - radii.upperBound, y - radii.upperBound, x + radii.upperBound, y + radii.upperBound, colour
    ) {
      let far = (($0 - x) * ($0 - x) + ($1 - y) * ($1 - y)).squareRoot()
      return radii.contains(far)
    }
  }

  /// A stroke with round ends.
  mutating func line(
    _ from: (Double, Double), _ to: (Double, Double), _ thickness: Double, _ colour: UInt8
  ) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1)
    let length = max(dx * dx + dy * dy, 0.001)
    let half = thickness / 2
    fill(
      min(from.0, to.0) - half, min(from.1, to.1) - half, max(from.0, to.0) + half,
      max(from.1, to.1) + half, colour
    ) { x, y in
      let along = min(1, max(0, ((x - from.0) * dx + (y - from.1) * dy) / length))
      let (ox, oy) = (x - from.0 - along * dx, y - from.1 - along * dy)
      return ox * ox + oy * oy <= half * half
    }
  }

  mutating func block(_ x: Double, _ y: Double, _ wide: Double, _ high: Double, _ colour: UInt8) {
    fill(x, y, x + wide, y + high, colour) { px, py in px < x + wide && py < y + high }
  }

  private mutating func fill(
    _ left: Double, _ top: Double, _ right: Double, _ bottom: Double, _ colour: UInt8,
    _ isInside: (Double, Double) -> Bool
  ) {
    let columns = max(0, Int(left))..<max(0, min(width, Int(right) + 1))
    for y in max(0, Int(top))..<max(0, min(height, Int(bottom) + 1)) {
      for x in columns where isInside(Double(x), Double(y)) { pixels[y * width + x] = colour }
    }
  }
}
