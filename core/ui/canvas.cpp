#include "core/ui/canvas.h"

#include "core/base/verify.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace huiyin::ui {

namespace {

/// Of a layer: channel 0 is its ground, then one for each depth of surfaces, then everything else.
constexpr int front_channel = 6;
/// The page, and what lies over it.
constexpr int layers = 2;
/// Dear ImGui must not clip what lies far down the page: the document scrolls, its window does not.
constexpr float endless = 1'000'000;

ImU32 packed(Color color) { return IM_COL32(color.red, color.green, color.blue, 255); }
ImVec2 vector(Point point) { return {point.x, point.y}; }

static_assert(sizeof(PaintVertex) == sizeof(ImDrawVert));
static_assert(sizeof(ImDrawIdx) == sizeof(std::uint16_t));
static_assert(offsetof(PaintVertex, u) == offsetof(ImDrawVert, uv));
static_assert(offsetof(PaintVertex, rgba) == offsetof(ImDrawVert, col));

PaintList borrowed(ImDrawList const& list) {
    PaintList paint{.vertices = {reinterpret_cast<PaintVertex const*>(list.VtxBuffer.Data),
                                 static_cast<std::size_t>(list.VtxBuffer.Size)},
                    .indices = {list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.Size)},
                    .commands = {}};
    for (ImDrawCmd const& command : list.CmdBuffer) {
        if (command.ElemCount == 0) continue;
        ImVec4 const& clip = command.ClipRect;
        paint.commands.push_back(
            {{clip.x, clip.y, clip.z - clip.x, clip.w - clip.y},
             static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(command.TextureId)),
             command.IdxOffset,
             command.ElemCount,
             command.VtxOffset});
    }
    return paint;
}

} // namespace

struct Canvas::Context {
    Context() : font(), imgui(ImGui::CreateContext(&atlas)) {
        // Dear ImGui wants a font; ours are the browser's, so it gets one without glyphs.
        font.FontSize = 16;
        font.ContainerAtlas = &atlas;
        atlas.Fonts.push_back(&font);
        atlas.TexReady = true;
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.LogFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
        ImGuiStyle& style = ImGui::GetStyle();
        style.AntiAliasedLinesUseTex = false;
        // Round also on screens with three device pixels to one of ours.
        style.CircleTessellationMaxError = 0.1F;
        style.WindowPadding = {0, 0};
        style.WindowBorderSize = 0;
    }
    ~Context() {
        atlas.Fonts.clear();
        ImGui::DestroyContext(imgui);
    }
    Context(Context const&) = delete;
    Context& operator=(Context const&) = delete;

    ImDrawList& list() const { return *ImGui::GetWindowDrawList(); }

    ImFontAtlas atlas;
    ImFont font;
    ImGuiContext* imgui;
};

Canvas::Canvas(TextEngine& text_engine)
    : m_text_engine(text_engine), m_context(std::make_unique<Context>()) {}
Canvas::~Canvas() = default;

void Canvas::begin(FrameInput const& input) {
    m_paint_top = input.paint_top;
    m_paint_bottom = input.paint_bottom;
    m_pixel = 1 / std::max(input.device_pixel_ratio, 0.1F);
    m_wants_another = false;

    ImGui::SetCurrentContext(m_context->imgui);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {std::max(input.width, 1.0F), endless};
    io.DeltaTime = 1.0F / 60;
    io.MousePos = vector(input.pointer.at);
    io.MouseDown[0] = input.pointer.is_down;
    ImGui::NewFrame();
    ImGui::GetDrawListSharedData()->TexUvWhitePixel = vector(m_text_engine.white_texel());

    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("page", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
    m_context->list()._FringeScale = m_pixel;
    m_context->list().ChannelsSplit(layers * (front_channel + 1));
    lower();
}

std::vector<PaintList> Canvas::end() {
    m_context->list().ChannelsMerge();
    ImGui::End();
    ImGui::Render();
    std::vector<PaintList> paint;
    ImDrawData const* data = ImGui::GetDrawData();
    for (int at = 0; at < data->CmdListsCount; ++at)
        paint.push_back(borrowed(*data->CmdLists[at]));
    return paint;
}

void Canvas::behind(int depth) {
    int const channel = std::clamp(depth, 0, front_channel - 1);
    m_context->list().ChannelsSetCurrent(m_layer * (front_channel + 1) + channel);
}

void Canvas::in_front() {
    m_context->list().ChannelsSetCurrent(m_layer * (front_channel + 1) + front_channel);
}

void Canvas::raise() {
    m_layer = layers - 1;
    in_front();
}

void Canvas::lower() {
    m_layer = 0;
    in_front();
}

void Canvas::shade(Rect rect) {
    constexpr int alpha = 140;
    m_context->list().AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()},
                                    IM_COL32(0, 0, 0, alpha));
}

void Canvas::shadow(Rect rect, Elevation elevation) {
    if (!is_painted(rect)) return;
    constexpr int strength = 10;
    int const alpha = std::max(2, strength - elevation.rings / 2);
    for (int ring = 1; ring <= elevation.rings; ++ring) {
        auto const reach = static_cast<float>(ring);
        m_context->list().AddRectFilled({rect.x - reach, rect.y - reach + elevation.drop},
                                        {rect.right() + reach, rect.bottom() + reach + elevation.drop},
                                        IM_COL32(16, 32, 43, alpha), measure::radius + reach);
    }
}

bool Canvas::is_painted(Rect rect) const { return rect.bottom() >= m_paint_top && rect.y <= m_paint_bottom; }

/// What is thin keeps its thickness wherever it lies; of what is larger, each edge goes to the nearest pixel.
Rect Canvas::snapped(Rect rect) const {
    constexpr float thin = 4;
    auto const place = [&](float value) { return std::round(value / m_pixel); };
    auto const length = [&](float start, float size) {
        return size < thin ? std::max(1.0F, place(size)) : place(start + size) - place(start);
    };
    return {place(rect.x) * m_pixel, place(rect.y) * m_pixel, length(rect.x, rect.width) * m_pixel,
            length(rect.y, rect.height) * m_pixel};
}

float Canvas::whole_pixels(float thickness) const {
    // Dear ImGui draws no line that is thinner than one of its units.
    return std::max(std::round(thickness / m_pixel), std::ceil(1 / m_pixel - 0.01F)) * m_pixel;
}

void Canvas::fill(Rect rect, Color color, float radius) {
    if (!is_painted(rect)) return;
    rect = snapped(rect);
    m_context->list().AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, packed(color), radius);
}

void Canvas::stroke(Rect rect, Color color, float thickness, float radius) {
    if (!is_painted(rect)) return;
    rect = snapped(rect);
    thickness = whole_pixels(thickness);
    // Dear ImGui moves a rectangle's path in by half a pixel of its own on every side.
    float const inset = thickness / 2 - 0.5F;
    m_context->list().AddRect({rect.x + inset, rect.y + inset}, {rect.right() - inset, rect.bottom() - inset},
                              packed(color), std::max(0.0F, radius - inset), 0, thickness);
}

void Canvas::fill_circle(Point center, float radius, Color color) {
    if (is_painted({center.x - radius, center.y - radius, 2 * radius, 2 * radius}))
        m_context->list().AddCircleFilled(vector(center), radius, packed(color));
}

void Canvas::stroke_circle(Point center, float radius, Color color, float thickness) {
    if (is_painted({center.x - radius, center.y - radius, 2 * radius, 2 * radius}))
        m_context->list().AddCircle(vector(center), radius - thickness / 2, packed(color), 0, thickness);
}

void Canvas::stroke_path(std::span<Point const> points, Color color, float thickness) {
    static_assert(sizeof(Point) == sizeof(ImVec2));
    if (points.empty() || !is_painted({points[0].x, points[0].y - 64, 64, 128})) return;
    m_context->list().AddPolyline(reinterpret_cast<ImVec2 const*>(points.data()),
                                  static_cast<int>(points.size()), packed(color), 0, thickness);
}

void Canvas::run(Point pen, std::string_view text, TextStyle const& style, Color color) {
    if (text.empty() || !is_painted({pen.x, pen.y - 2 * style.size, 1, 3 * style.size})) return;
    auto const image = m_text_engine.image(text, style);
    if (!image) {
        m_wants_another = true;
        return;
    }
    // Whole device pixels, or the run is blurred.
    auto const snapped = [&](float value) { return std::round(value / m_pixel) * m_pixel; };
    ImVec2 const from{snapped(pen.x) + image->box.x, snapped(pen.y) + image->box.y};
    ImVec2 const to{from.x + image->box.width, from.y + image->box.height};
    ImDrawList& list = m_context->list();
    auto const page = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(image->page));
    list.AddImage(page, from, to, {image->uv.x, image->uv.y}, {image->uv.right(), image->uv.bottom()},
                  image->is_coloured ? IM_COL32_WHITE : packed(color));
}

Interaction Canvas::interact(std::string_view id, Rect rect) {
    ImGuiID const item = ImHashStr(id.data(), id.size());
    ImRect const box(rect.x, rect.y, rect.right(), rect.bottom());
    ImGui::SetCursorScreenPos(box.Min);
    ImGui::ItemSize(box);
    if (!ImGui::ItemAdd(box, item)) return {};
    bool const is_hovered = ImGui::ItemHoverable(box, item);
    return {is_hovered, is_hovered && ImGui::GetIO().MouseDown[0]};
}

} // namespace huiyin::ui
