import { theme, type ThemeConfig } from 'antd';
import { floating, fontFamily, palettes, type Palette, radius, type Scheme } from './tokens.ts';

/**
 * The tokens in antd's words. The dark algorithm shifts a seed, so that every colour is set again after it.
 * @param isStill the reader's machine asks for no motion: then nothing slides, grows or fades
 */
export function antdTheme(scheme: Scheme, isStill: boolean): ThemeConfig {
  return {
    algorithm: scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    hashed: false,
    token: { ...tokensOf(palettes[scheme], scheme), motion: !isStill },
    components: componentsOf(palettes[scheme], scheme),
  };
}

function tokensOf(colour: Palette, scheme: Scheme): ThemeConfig['token'] {
  const { ground, sheet, sunk, ink, ink2, ink3, control, rule, accent, accentFill, accentHover } = colour;
  return {
    ...{ colorPrimary: accentFill, colorPrimaryHover: accentHover, colorPrimaryActive: accentHover },
    ...{ colorLink: accent, colorLinkHover: accent, colorLinkActive: accent },
    colorError: scheme === 'dark' ? accent : accentFill,
    ...{ colorSuccess: colour.ok, colorWarning: colour.warn, colorInfo: ink2 },
    ...{ colorText: ink, colorTextSecondary: ink2, colorTextTertiary: ink3, colorTextQuaternary: ink3 },
    ...{ colorTextPlaceholder: ink3, colorTextDisabled: ink3, colorTextHeading: ink },
    ...{ colorBgLayout: ground, colorBgContainer: sheet, colorBgElevated: sheet },
    ...{ colorBorder: control, colorBorderSecondary: rule, colorSplit: rule },
    ...{ colorFillAlter: ground, colorFillSecondary: sunk, colorFillTertiary: sunk },
    ...{ controlItemBgActive: sunk, controlItemBgActiveHover: sunk, controlItemBgHover: ground },
    ...{ fontFamily, fontSize: 16, fontSizeSM: 14, fontSizeLG: 18, fontSizeXL: 22, fontWeightStrong: 600 },
    ...{ controlHeight: 44, controlHeightLG: 52, controlHeightSM: 36 },
    ...{ borderRadius: radius, borderRadiusLG: radius, borderRadiusSM: radius },
    ...{ controlOutline: 'transparent', controlOutlineWidth: 0, boxShadow: floating, boxShadowSecondary: floating },
    ...{ motionDurationFast: '0.1s', motionDurationMid: '0.1s', motionDurationSlow: '0.15s' },
  };
}

function componentsOf(colour: Palette, scheme: Scheme): ThemeConfig['components'] {
  const { ground, sheet, sunk, ink, ink2, rule2, accentFill, accentHover } = colour;
  const field = { hoverBorderColor: ink2, activeBorderColor: ink, activeShadow: 'none' };
  return {
    Button: {
      ...{ fontWeight: 500, paddingInline: 20, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      ...{ defaultHoverBorderColor: ink, defaultHoverColor: ink },
      ...{ defaultActiveBorderColor: ink, defaultActiveColor: ink },
      ...{ colorPrimary: accentFill, colorPrimaryHover: accentHover, colorPrimaryActive: accentHover },
      ...{ primaryColor: '#FFFFFF', textHoverBg: sunk },
    },
    ...{ Input: field, InputNumber: field },
    // Seven columns fit a phone 390 wide.
    DatePicker: { ...field, cellWidth: 42, cellHeight: 36, textHeight: 44 },
    Select: {
      ...{ hoverBorderColor: ink2, activeBorderColor: ink, activeOutlineColor: 'transparent', optionHeight: 44 },
      ...{ optionPadding: '10px 12px', optionSelectedBg: sunk, optionActiveBg: ground },
    },
    Segmented: {
      ...{ trackBg: sunk, itemSelectedBg: scheme === 'dark' ? rule2 : sheet, trackPadding: 4, itemColor: ink2 },
    },
    Slider: {
      ...{ railSize: 4, railBg: rule2, railHoverBg: rule2, trackBg: ink2, trackHoverBg: ink2, handleSize: 20 },
      ...{ handleSizeHover: 20, handleLineWidth: 2, handleLineWidthHover: 2, handleColor: ink, handleActiveColor: ink },
      ...{ handleActiveOutlineColor: 'transparent', dotBorderColor: ink2, dotActiveBorderColor: ink2 },
    },
    Form: { labelFontSize: 16, labelColor: ink, itemMarginBottom: 20, verticalLabelPadding: '0 0 4px' },
    Modal: { titleFontSize: 22 },
  };
}
