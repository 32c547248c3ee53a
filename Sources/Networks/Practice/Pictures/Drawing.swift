/// The pictures of the invented place: drawn when they are asked for, the same for the same name.
enum Drawing {
  /// A picture that hangs on a post.
  static func picture(_ name: String) -> [UInt8] {
    var chance = Chance(seed: 0, "picture \(name)")
    let mood = moods[chance.number(0...moods.count - 1)]
    var canvas = Canvas(width: 360, height: 240, ground: 0)
    canvas.disc(Double(chance.number(60...300)), 62, 30, 3)
    canvas.block(0, 168, 360, 72, 1)
    switch name.prefix(while: { $0 != "." && $0 != "-" }) {
    case "torn": box(&canvas)
    case "sunday": door(&canvas)
    case "brake": wheel(&canvas)
    case "basket": bicycle(&canvas, hasBasket: true)
    default: bicycle(&canvas, hasBasket: chance.happens(0.3))
    }
    return PNG.bytes(width: 360, height: 240, pixels: canvas.pixels, colours: mood)
  }

  /// Somebody's face: two shoulders and a head, in a colour of their own.
  static func face(_ name: String) -> [UInt8] {
    var chance = Chance(seed: 0, "face \(name)")
    let mood = moods[chance.number(0...moods.count - 1)]
    var canvas = Canvas(width: 96, height: 96, ground: 1)
    canvas.disc(48, 104, 40, chance.happens(0.5) ? 2 : 4)
    canvas.disc(48, 40, 21, 0)
    canvas.ring(48, 40, 18...21, 5)
    canvas.disc(41, 37, 2.4, 5)
    canvas.disc(55, 37, 2.4, 5)
    canvas.line((42, 48), (54, 48), 2.6, 5)
    if chance.happens(0.5) { canvas.line((31, 27), (65, 25), 9, 4) }
    return PNG.bytes(width: 96, height: 96, pixels: canvas.pixels, colours: mood)
  }

  /// Ground, floor, first colour, light, second colour, ink.
  private static let moods: [[(Int, Int, Int)]] = [
    [
      (247, 240, 226), (226, 208, 178), (15, 107, 88), (240, 190, 110), (178, 84, 58), (48, 42, 36),
    ],
    [
      (232, 240, 240), (186, 208, 204), (36, 84, 120), (246, 220, 150), (196, 120, 60),
      (34, 42, 48),
    ],
    [
      (250, 236, 228), (232, 200, 186), (150, 60, 70), (250, 210, 130), (60, 110, 90), (56, 36, 40),
    ],
    [
      (238, 238, 224), (204, 208, 172), (90, 100, 40), (244, 204, 120), (130, 70, 90), (44, 44, 32),
    ],
  ]

  private static func bicycle(_ canvas: inout Canvas, hasBasket: Bool) {
    let (back, front, crank) = ((112.0, 158.0), (250.0, 158.0), (168.0, 160.0))
    let (seat, head) = ((148.0, 98.0), (228.0, 96.0))
    for hub in [back, front] {
      canvas.ring(hub.0, hub.1, 38...43, 5)
      canvas.disc(hub.0, hub.1, 4, 5)
    }
    for (from, to) in [
      (back, crank), (crank, seat), (seat, back), (seat, head), (crank, head), (head, front),
    ] {
      canvas.line(from, to, 6, 2)
    }
    canvas.line((130, 92), (166, 92), 8, 5)
    canvas.line(head, (222, 78), 5, 5)
    canvas.line((222, 78), (206, 74), 6, 5)
    canvas.ring(crank.0, crank.1, 8...12, 5)
    guard hasBasket else { return }
    canvas.block(232, 74, 44, 30, 4)
    canvas.disc(254, 66, 13, 5)
    canvas.line((245, 58), (243, 50), 5, 5)
    canvas.line((263, 58), (265, 50), 5, 5)
  }

  private static func box(_ canvas: inout Canvas) {
    canvas.ring(226, 110, 44...50, 5)
    canvas.disc(226, 110, 5, 5)
    canvas.block(90, 92, 160, 104, 4)
    canvas.line((90, 118), (248, 118), 3, 5)
    canvas.line((214, 92), (232, 116), 4, 0)
    canvas.line((232, 116), (226, 136), 4, 0)
    canvas.block(116, 140, 52, 30, 0)
  }

  private static func door(_ canvas: inout Canvas) {
    canvas.block(128, 44, 104, 152, 2)
    canvas.block(140, 58, 80, 62, 0)
    canvas.block(152, 78, 56, 22, 4)
    canvas.line((160, 89), (200, 89), 4, 0)
    canvas.disc(218, 136, 5, 3)
    for x in [84.0, 276.0] {
      canvas.disc(x, 140, 13, 0)
      canvas.line((x, 160), (x, 190), 22, 4)
    }
  }

  private static func wheel(_ canvas: inout Canvas) {
    canvas.ring(180, 128, 84...93, 5)
    for turn in 0..<8 {
      let (x, y) = [
        (1.0, 0.0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7),
      ][turn]
      canvas.line((180, 128), (180 + 84 * x, 128 + 84 * y), 2.4, 5)
    }
    canvas.disc(180, 128, 9, 5)
    canvas.block(240, 52, 34, 16, 4)
    canvas.block(240, 68, 34, 6, 2)
  }
}
