{{- define "candor.labels" -}}
app.kubernetes.io/name: candor
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "candor.selector" -}}
app.kubernetes.io/name: candor
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "candor.name" -}}
{{- printf "%s-candor" .Release.Name | trunc 52 | trimSuffix "-" -}}
{{- end }}

{{- define "candor.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}
{{- end }}

{{- define "candor.claim" -}}
accessModes: [ReadWriteOnce]
resources:
  requests:
    storage: {{ .size }}
{{- if .storageClassName }}
storageClassName: {{ .storageClassName }}
{{- end }}
{{- end }}
