import CellGrid
import Study

extension Program {
    /// Opens the progress screen.
    ///
    /// A save brings in what other running copies have written since the last one.
    mutating func openProgress(at now: WallTime) -> [Effect] {
        screens.append(.progress(ProgressScreen(overview: overview(at: now))))
        return progress == Progress() ? [] : [.save]
    }

    /// Lets the progress screen, where it is open, show what is known now.
    mutating func renewProgressScreen(at now: WallTime) {
        guard case .progress(var screen) = screens.last else { return }
        screen.overview = overview(at: now)
        screens[screens.count - 1] = .progress(screen)
    }

    private func overview(at now: WallTime) -> ProgressOverview {
        ProgressOverview(catalog, progress, at: now.milliseconds, offset: utcOffset)
    }

    mutating func performInProgress(_ action: Action) -> [Effect] {
        guard case .progress(var screen) = screens.last else { return [] }
        let most = ProgressView(screen: screen, catalog: catalog, appearance: appearance).maximumScroll(size)
        let page = max(size.rows - 6, 1)
        switch action {
        case .up: screen.scroll = max(screen.scroll - 1, 0)
        case .down: screen.scroll = min(screen.scroll + 1, most)
        case .pageUp: screen.scroll = max(screen.scroll - page, 0)
        case .pageDown: screen.scroll = min(screen.scroll + page, most)
        case .back:
            screens.removeLast()
            return []
        default: break
        }
        screens[screens.count - 1] = .progress(screen)
        return []
    }
}
