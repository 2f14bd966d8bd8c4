public import Tutor

/// Something besides the terminal that the program hears from.
public protocol NewsSource: AnyObject {
    /// Can be read when there may be news; the loop waits for it together with the terminal.
    var descriptor: Int32 { get }

    /// When it wants to be asked although its descriptor is silent; `nil` while it does not.
    var due: WallTime? { get }

    /// What there is to tell at the time `now`.
    ///
    /// - Returns: Inputs for the program, often none. The descriptor cannot be read any more.
    func news(at now: WallTime) -> [Input]
}
