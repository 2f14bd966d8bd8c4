/// The names of colours, which may stand before the title of a box.
///
/// Source: CSS Color Module Level 4, §6.1 and §6.2.
enum MermaidColor {
    /// Whether a word in lower case names a colour.
    static func isName(_ word: String) -> Bool { names.contains(word) || word.hasPrefix("#") }

    private static let names: Set<String> = {
        let bases = """
            aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood \
            cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan deeppink deepskyblue dodgerblue \
            firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey \
            honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lime limegreen \
            linen magenta maroon midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange \
            orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum \
            powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell \
            sienna silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato \
            transparent turquoise violet wheat white whitesmoke yellow yellowgreen
            """
        let dark = """
            blue cyan goldenrod gray green grey khaki magenta olivegreen orange orchid red salmon seagreen slateblue \
            slategray slategrey turquoise violet
            """
        let light = """
            blue coral cyan goldenrodyellow gray green grey pink salmon seagreen skyblue slategray slategrey steelblue \
            yellow
            """
        let medium = "aquamarine blue orchid purple seagreen slateblue springgreen turquoise violetred"
        func words(_ text: String, prefix: String = "") -> [String] { text.split(separator: " ").map { prefix + $0 } }
        return Set(
            words(bases) + words(dark, prefix: "dark") + words(light, prefix: "light") + words(medium, prefix: "medium")
        )
    }()
}
